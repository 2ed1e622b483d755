import type { DataSource } from 'typeorm';
import { queryUntilAborted } from '../db/pool.js';
import { COUNT_UNPROVISIONED } from '../features/customers/provisioning/provisioning.store.js';
import { COUNT_UNSENT_MAILS } from '../features/mail/mail.store.js';
import { cached } from '../shared/cached.js';

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
  select 'mails' as what, m.* from (${COUNT_UNSENT_MAILS}) m
  union all select 'provisionings', c.* from (${COUNT_UNPROVISIONED}) c`;

/** What waits and what failed, in one short question; rejects within two seconds where the database doesn't answer. */
export function backlogOf(dataSource: DataSource): () => Promise<Backlog> {
  return cached(async () => {
    const rows = await queryUntilAborted<{ what: keyof Backlog; status: string; count: number }>(
      dataSource,
      COUNT,
      AbortSignal.timeout(ASK_MS),
    );
    const backlog: Backlog = { mails: {}, provisionings: {} };
    for (const { what, status, count } of rows) backlog[what][status] = count;
    return backlog;
  }, GOOD_FOR_MS);
}
