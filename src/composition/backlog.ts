import type { DataSource } from 'typeorm';
import { queryUntilAborted } from '../db/pool.js';
import { COUNT_UNPROVISIONED } from '../features/customers/provisioning/provisioning.store.js';
import { COUNT_UNSENT_MAILS } from '../features/mail/mail.store.js';
import { cached } from '../shared/cached.js';

/** The number of mails and provisionings per status. A status without any is left out. */
export interface Backlog {
  mails: Record<string, number>;
  provisionings: Record<string, number>;
}

/** How long an answer is cached: the database is queried no more often than this, however many scrapers there are. */
const CACHE_MS = 10_000;
/** Short, because a scraper gives up after about ten seconds and then gets no metrics at all. */
const TIMEOUT_MS = 2_000;

const COUNT = `
  select 'mails' as what, m.* from (${COUNT_UNSENT_MAILS}) m
  union all select 'provisionings', c.* from (${COUNT_UNPROVISIONED}) c`;

/** Counts the unsent mails and unfinished provisionings in one query. Rejects if it takes longer than two seconds. */
export function backlogOf(dataSource: DataSource): () => Promise<Backlog> {
  return cached(async () => {
    const rows = await queryUntilAborted<{ what: keyof Backlog; status: string; count: number }>(
      dataSource,
      COUNT,
      AbortSignal.timeout(TIMEOUT_MS),
    );
    const backlog: Backlog = { mails: {}, provisionings: {} };
    for (const { what, status, count } of rows) backlog[what][status] = count;
    return backlog;
  }, CACHE_MS);
}
