import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { ADDRESS, COUNT, TAKE_BACK } from './login-counter.statements.js';

/** How failed sign-ins slow down the next. */
export interface LoginLimits {
  /** How many may fail before an account waits. */
  attempts: number;
  /** The same for an address, over all accounts. */
  attemptsPerAddress: number;
  /** The first wait; each further one is twice as long. */
  waitSeconds: number;
  maxWaitSeconds: number;
}

/** Whose password is tried, and from where. */
export interface Attempt {
  /** Null where no such login exists: what was typed is counted instead, so that both look the same. */
  userId: string | null;
  login: string;
  /** The address, as `addressKey` gives it. */
  network: string;
  /** Where the login is known: this address, or the browser; null where it has not signed in before. */
  knownAt: string | null;
}

/** An attempt that has been counted. */
export interface CountedAttempt {
  id: string;
  counters: readonly CountedKey[];
  /** True where the account's owner is known here: then the address doesn't decide. */
  known: boolean;
}

interface CountedKey {
  key: string;
  /** True where the attempt came during a wait, and was not one of those to look at. */
  waiting: boolean;
  /** True where a wait begins with this attempt, should it fail. */
  last: boolean;
}

/** How a counted attempt stands once the password has been looked at. */
export interface AttemptStatus {
  /** True where even the right password is a wrong one. */
  refused: boolean;
  /** Where this attempt's failure began a wait of the account: when that ends. */
  lockedUntil: Date | null;
}

/** Counts failed sign-ins, for each account and each address, in the database that all instances share. */
export class LoginCounter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: LoginLimits,
  ) {}

  /** Counts an attempt as failed before it is known to be; `succeeded` and `takeBack` undo that. */
  count(attempt: Attempt): Promise<CountedAttempt> {
    const known = attempt.knownAt !== null;
    return this.#count([accountKey(attempt), ADDRESS + attempt.network], attempt.userId, known);
  }

  /** The same for the current password of who is signed in: one counter, from wherever. */
  countOwn(userId: string): Promise<CountedAttempt> {
    return this.#count([`password:${userId}`], userId, true);
  }

  /**
   * Asked once the password has been looked at: when many sign in to an account at once with the right one, the first of
   * them have ended the wait by then that they seemed to cause.
   */
  async statusOf({ counters, known }: CountedAttempt): Promise<AttemptStatus> {
    const [account, address] = counters;
    const [row] = await this.dataSource.query<{ until: Date }[]>(
      'select waiting_until as until from login_counter where key = $1 and waiting_until > now()',
      [account?.key],
    );
    const waiting = account?.waiting === true && row !== undefined;
    // Who is known here is not shut out by what strangers do from the same address.
    const refused = waiting || (!known && address?.waiting === true);
    return { refused, lockedUntil: account?.last && row ? row.until : null };
  }

  /** The password was right: the account starts afresh, and the address has one failure less. */
  async succeeded(tx: Tx, { id, counters }: CountedAttempt): Promise<void> {
    const [account, ...others] = counters;
    await tx.query('delete from login_counter where key = $1', [account?.key]);
    await tx.query(TAKE_BACK, [lookedAt(others), id]);
  }

  /** Forgets the failures of an account, wherever they came from. @returns how many counters there were */
  async clear(tx: Tx, userId: string): Promise<number> {
    const [, cleared] = await tx.query('delete from login_counter where user_id = $1', [userId]);
    return cleared;
  }

  /** Nobody looked at the password: it was neither right nor wrong. */
  async takeBack({ id, counters }: CountedAttempt): Promise<void> {
    await this.dataSource.query(TAKE_BACK, [lookedAt(counters), id]);
  }

  async #count(keys: readonly string[], userId: string | null, known: boolean): Promise<CountedAttempt> {
    const { attempts, attemptsPerAddress, waitSeconds, maxWaitSeconds } = this.limits;
    const id = randomUUID();
    const rows = await this.dataSource.query<CountedKey[]>(COUNT, [
      keys,
      keys.map((key) => (key.startsWith(ADDRESS) ? null : userId)),
      attemptsPerAddress,
      waitSeconds,
      maxWaitSeconds,
      id,
      attempts,
    ]);
    const counters = keys.map(
      (key) => rows.find((row) => row.key === key) ?? { key, waiting: false, last: false },
    );
    return { id, counters, known };
  }
}

/** Only what took from the free attempts is given back to them. */
function lookedAt(counters: readonly CountedKey[]): string[] {
  return counters.filter(({ waiting }) => !waiting).map(({ key }) => key);
}

/**
 * An account has one counter for each place where it is known, and one for all others: guesses from elsewhere never
 * make its owner wait at home.
 */
function accountKey({ userId, login, knownAt }: Attempt): string {
  if (userId === null) return `login:${createHash('sha256').update(login.toLowerCase()).digest('base64url')}`;
  return knownAt === null ? `account:${userId}` : `account:${userId}@${knownAt}`;
}
