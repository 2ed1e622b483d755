import { pbkdf2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash as hashArgon2, verify as verifyArgon2 } from '@node-rs/argon2';
import { verify as verifyBcrypt } from '@node-rs/bcrypt';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { rateLimited } from '../../../shared/errors.js';
import { type Argon2Parameters, type ParsedHash, parsePasswordHash } from '../../../shared/password-hash.js';
import { isTooLong } from './password-policy.js';

/** The cost of new hashes, how many hashes are computed at a time, and how many may wait. */
export interface PasswordHashing extends Argon2Parameters {
  concurrency: number;
  queue: number;
}

/** Whether a password is right, and whether its hash should be replaced by a new one. */
export interface PasswordCheck {
  right: boolean;
  outdated: boolean;
}

const WRONG: PasswordCheck = { right: false, outdated: false };
/** bcrypt ignores everything after this many bytes of a password. */
const BCRYPT_BYTES = 72;
const SCRYPT_MAX_MEMORY = 2 ** 30;
const MAX_RETRY_SECONDS = 60;

const deriveScrypt = promisify<string, string, number, object, Buffer>(scrypt);
const derivePbkdf2 = promisify(pbkdf2);

/**
 * Computes and checks password hashes, off the event loop and only a few at a time, so that a flood of sign-ins leaves
 * cores and threads for everything else.
 */
export class PasswordHasher {
  readonly #pool;
  readonly #dummyHash: string;
  /** How long the last hash took, in milliseconds. The first value is a guess. */
  #lastHashMs = 50;

  constructor(private readonly hashing: PasswordHashing) {
    this.#pool = bulkhead(hashing.concurrency, hashing.queue);
    this.#dummyHash = makeDummyHash(hashing);
  }

  /** Computes an argon2id hash in PHC format. @throws RATE_LIMITED if too many are already waiting */
  hash(password: string): Promise<string> {
    const { memoryKib, passes, lanes } = this.hashing;
    const parameters = { memoryCost: memoryKib, timeCost: passes, parallelism: lanes };
    return this.#inPool(() => hashArgon2(password, parameters));
  }

  /**
   * Compares a password with a stored hash of any known scheme. If there is no hash, or one that can't be parsed, the
   * password is wrong, and the check takes as long as with a new hash.
   *
   * @throws RATE_LIMITED if too many are already waiting
   */
  async verify(password: string, passwordHash: string | null): Promise<PasswordCheck> {
    if (isTooLong(password)) return WRONG;
    const parsed = passwordHash === null ? null : parsePasswordHash(passwordHash);
    if (passwordHash === null || parsed === null || 'problem' in parsed) {
      await this.#inPool(() => verifyArgon2(this.#dummyHash, password));
      return WRONG;
    }
    const right = await this.#inPool(() => compare(password, passwordHash, parsed.hash));
    return right ? { right, outdated: this.#isOutdated(password, parsed.hash) } : WRONG;
  }

  #isOutdated(password: string, hash: ParsedHash): boolean {
    // bcrypt never checked the end of a longer password. A typo in it must not become part of the password.
    if (hash.scheme === 'bcrypt') return Buffer.byteLength(password) <= BCRYPT_BYTES;
    if (hash.scheme !== 'argon2' || hash.variant !== 'argon2id') return true;
    const { memoryKib, passes, lanes } = this.hashing;
    return hash.memoryKib !== memoryKib || hash.passes !== passes || hash.lanes !== lanes;
  }

  async #inPool<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#pool.execute(async () => {
        const started = performance.now();
        const result = await work();
        this.#lastHashMs = performance.now() - started;
        return result;
      });
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? rateLimited(this.#secondsToEmpty()) : error;
    }
  }

  /** How long the queue takes to empty, in whole seconds. */
  #secondsToEmpty(): number {
    const { queue, concurrency } = this.hashing;
    const seconds = Math.ceil(((queue + 1) * this.#lastHashMs) / concurrency / 1000);
    return Math.min(Math.max(seconds, 1), MAX_RETRY_SECONDS);
  }
}

/** A hash that matches no password. Checking it takes as long as checking a new hash. */
function makeDummyHash({ memoryKib, passes, lanes }: Argon2Parameters): string {
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${random(16)}$${random(32)}`;
}

async function compare(password: string, passwordHash: string, parsed: ParsedHash): Promise<boolean> {
  switch (parsed.scheme) {
    case 'argon2':
      return verifyArgon2(passwordHash, password);
    case 'bcrypt':
      return verifyBcrypt(password, passwordHash);
    case 'scrypt': {
      const { cost, blockSize, parallelization, salt, key } = parsed;
      const options = { cost, blockSize, parallelization, maxmem: SCRYPT_MAX_MEMORY };
      return timingSafeEqual(await deriveScrypt(password, salt, key.length, options), key);
    }
    case 'pbkdf2': {
      const { iterations, digest, salt, key } = parsed;
      return timingSafeEqual(await derivePbkdf2(password, salt, iterations, key.length, digest), key);
    }
  }
}
