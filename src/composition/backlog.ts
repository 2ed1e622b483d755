import type { DataSource } from 'typeorm';
import { askInTime } from '../db/pool.js';
import { COUNT_UNPROVISIONED } from '../features/customers/provisioning/unprovisioned.statement.js';
import { COUNT_UNSENT } from '../features/mail/unsent-mails.statement.js';
import { remembered } from '../shared/remembered.js';

/** How much there is of each status; nothing of one that there is none of. */
export interface Backlog {
  mails: Record<string, number>;
  provisionings: Record<string, number>;
}

/** How long an answer is good for: however many scrape, the database is asked no more often. */
const GOOD_FOR_MS = 10_000;
/** A scraper gives up after ten seconds or so, and the other metrics with it. */
const ASK_MS = 2_000;

const COUNT = `
  select 'mails' as what, m.* from (${COUNT_UNSENT}) m
  union all select 'provisionings', c.* from (${COUNT_UNPROVISIONED}) c`;

/** What waits and what failed, in one short question; rejects within two seconds where the database doesn't answer. */
export function backlogOf(dataSource: DataSource): () => Promise<Backlog> {
  return remembered(async () => {
    const rows = await askInTime<{ what: keyof Backlog; status: string; count: number }>(
      dataSource,
      COUNT,
      AbortSignal.timeout(ASK_MS),
    );
    const backlog: Backlog = { mails: {}, provisionings: {} };
    for (const { what, status, count } of rows) backlog[what][status] = count;
    return backlog;
  }, GOOD_FOR_MS);
}
