import type { Config } from '../config.js';
import { type AccountReview, reviewAccounts } from '../features/customers/account-review.store.js';
import { printAccountReview } from './print-account-review.js';
import { assertDatabaseExists, withUnmigratedDatabase } from './with-database.js';

const MOST_DAYS = 3_650;
/** PostgreSQL's codes for a table and a column that it doesn't have. */
const NOT_MIGRATED = ['42P01', '42703'];

export interface ReviewOptions {
  days: string;
  json: boolean;
}

/**
 * Says which logins somebody should look at, and migrates nothing.
 *
 * @returns how many there are, one that is listed twice counted twice
 * @throws Error for a number of days that is none, and a database that isn't up to date
 */
export async function accountsReview(
  config: Config,
  options: ReviewOptions,
  say: (text: string) => void,
): Promise<number> {
  // Read first: what is typed wrong needs no database.
  const days = readDays(options.days);
  const { at, ...lists } = await review(config, days);
  say(
    options.json
      ? JSON.stringify({ at, days, ...lists }, null, 2)
      : printAccountReview({ at, ...lists }, days),
  );
  return Object.values(lists).reduce((sum, list) => sum + list.length, 0);
}

async function review(config: Config, days: number): Promise<AccountReview> {
  assertDatabaseExists(config);
  try {
    return await withUnmigratedDatabase(config, (dataSource) => reviewAccounts(dataSource, days));
  } catch (error) {
    if (!NOT_MIGRATED.includes(String((error as { code?: unknown }).code))) throw error;
    throw new Error('The database is not up to date: run `portico migrate` first.');
  }
}

function readDays(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new Error(`--days: found "${text.slice(0, 100)}"; wanted a number of days, 1 to ${MOST_DAYS}`);
}
