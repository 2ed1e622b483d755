import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { loginKey } from '../../../shared/folded-keys.js';
import { ADDRESS, COUNT, TAKE_BACK } from './login-counter.statements.js';

/** How failed sign-ins slow down the next ones. */
export interface LoginLimits {
  /** How many may fail before sign-ins to the account have to wait. */
  attempts: number;
  /** The same for an address, across all accounts. */
  attemptsPerAddress: number;
  /** The first wait. Each further one is twice as long. */
  waitSeconds: number;
  maxWaitSeconds: number;
}

/** Whose password is tried, and from where. */
export interface Attempt {
  /** Null if no such login exists. Then attempts are counted under the typed text, so that both cases look the same. */
  userId: string | null;
  login: string;
  /** The address in the form that `addressKey` returns. */
  network: string;
  /** Where the login is known: this address or this browser. Null if it has not signed in from either. */
  knownAt: string | null;
}

/** An attempt that has been counted. */
export interface CountedAttempt {
  id: string;
  counters: readonly CountedKey[];
  /** True if the login is known here. Then a wait of the address doesn't apply to it. */
  known: boolean;
}

interface CountedKey {
  key: string;
  /** True if the attempt came during a wait that an earlier attempt began. */
  waiting: boolean;
  /** True if a wait begins with this attempt, unless it succeeds. */
  last: boolean;
}

/** The state of a counted attempt after the password was checked. */
export interface AttemptStatus {
  /** True if even the right password counts as wrong. */
  refused: boolean;
  /** When the account's wait ends, if this attempt's failure began it. */
  lockedUntil: Date | null;
}

/** Counts failed sign-ins per account and per address, in the database that all instances share. */
export class LoginCounter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: LoginLimits,
  ) {}

  /** Counts an attempt as failed before its result is known. `succeeded` and `takeBack` undo that. */
  count(attempt: Attempt): Promise<CountedAttempt> {
    const known = attempt.knownAt !== null;
    return this.#count([accountKey(attempt), ADDRESS + attempt.network], attempt.userId, known);
  }

  /** The same for the current password of a signed-in user, with one counter for requests from all places. */
  countCurrentPassword(userId: string): Promise<CountedAttempt> {
    return this.#count([`password:${userId}`], userId, true);
  }

  /**
   * The state of an attempt. Must be called after the password was checked: many simultaneous sign-ins with the right
   * password first count as failures and may begin a wait, which the first of them to succeed ends.
   */
  async statusOf({ counters, known }: CountedAttempt): Promise<AttemptStatus> {
    const [account, address] = counters;
    const [row] = await this.dataSource.query<{ until: Date }[]>(
      'select waiting_until as until from login_counter where key = $1 and waiting_until > now()',
      [account?.key],
    );
    const waiting = account?.waiting === true && row !== undefined;
    // Failures by strangers at the same address don't lock out a login that is known here.
    const refused = waiting || (!known && address?.waiting === true);
    return { refused, lockedUntil: account?.last && row ? row.until : null };
  }

  /** The password was right: clears the account's counter, and takes one failure off the address's counter. */
  async succeeded(tx: Tx, { id, counters }: CountedAttempt): Promise<void> {
    const [account, ...others] = counters;
    await tx.query('delete from login_counter where key = $1', [account?.key]);
    await tx.query(TAKE_BACK, [keysToUndo(others), id]);
  }

  /** Clears the failures of an account from all places. @returns how many counters there were */
  async clear(tx: Tx, userId: string): Promise<number> {
    const [, cleared] = await tx.query('delete from login_counter where user_id = $1', [userId]);
    return cleared;
  }

  /** Undoes an attempt whose password was not checked: it was neither right nor wrong. */
  async takeBack({ id, counters }: CountedAttempt): Promise<void> {
    await this.dataSource.query(TAKE_BACK, [keysToUndo(counters), id]);
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

/** The keys to undo. An attempt during a wait did not bring the next wait nearer, so there is nothing to undo. */
function keysToUndo(counters: readonly CountedKey[]): string[] {
  return counters.filter(({ waiting }) => !waiting).map(({ key }) => key);
}

/**
 * An account has one counter for each place where it is known, and one for all other places. So guesses from elsewhere
 * never make the owner wait at a known place.
 */
function accountKey({ userId, login, knownAt }: Attempt): string {
  if (userId === null) return `login:${createHash('sha256').update(loginKey(login).key).digest('base64url')}`;
  return knownAt === null ? `account:${userId}` : `account:${userId}@${knownAt}`;
}
