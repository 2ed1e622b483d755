import type { Config } from '../config.js';
import { type AccountReview, reviewAccounts } from '../features/customers/account-review.store.js';
import { printAccountReview } from './print-account-review.js';
import { assertDatabaseExists, withUnmigratedDatabase } from './with-database.js';

const MAX_DAYS = 3_650;
/** PostgreSQL's error codes for an unknown table and an unknown column. */
const NOT_MIGRATED = ['42P01', '42703'];

/** The options of `accounts review` as typed. */
export interface ReviewOptions {
  days: string;
  json: boolean;
}

/**
 * Prints the logins that need attention. It does not migrate the database.
 *
 * @returns the number of entries; a login that is in two lists counts twice
 * @throws Error for an invalid number of days, or a database that isn't up to date
 */
export async function accountsReview(
  config: Config,
  options: ReviewOptions,
  say: (text: string) => void,
): Promise<number> {
  // Parsed first, so that a typing error is reported without opening the database.
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
  if (days >= 1 && days <= MAX_DAYS) return days;
  throw new Error(`--days: found "${text.slice(0, 100)}"; wanted a number of days, 1 to ${MAX_DAYS}`);
}
