import { parseOptions } from '@node-rs/argon2';

/** The cost parameters of argon2id. */
export interface Argon2Parameters {
  memoryKib: number;
  passes: number;
  lanes: number;
}

/** A parsed hash, as the verification of its scheme needs it. */
export type ParsedHash =
  | ({ scheme: 'argon2'; variant: 'argon2id' | 'other' } & Argon2Parameters)
  | { scheme: 'bcrypt' }
  | { scheme: 'scrypt'; cost: number; blockSize: number; parallelization: number; salt: string; key: Buffer }
  | { scheme: 'pbkdf2'; digest: string; iterations: number; salt: string; key: Buffer };

/** A hash that can be verified, or the reason why it can't. The reason quotes no part of the hash. */
export type HashParsing = { hash: ParsedHash } | { problem: string };

// Verifying one hash may take about two seconds and 256 MiB. A more expensive one would hold up the sign-ins of others.
const MAX_TEXT = 512;
const MAX_MEMORY_KIB = 262_144;
const MAX_PASSES = 16;
const MAX_LANES = 16;
const MAX_BCRYPT_COST = 15;
const MAX_PBKDF2_ITERATIONS = 5_000_000;
const MAX_BLOCK_SIZE = 64;
const MAX_PARALLELIZATION = 16;

const ARGON2 =
  /^\$argon2(?:id|i|d)\$v=\d{1,2}\$m=\d{1,9},t=\d{1,9},p=\d{1,9}\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;
const BCRYPT = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const SCRYPT = /^scrypt:(\d{1,9}):(\d{1,9}):(\d{1,9})\$([^$]+)\$([0-9a-f]{128})$/;
const PBKDF2 = /^pbkdf2:(sha1|sha256|sha512)(?::(\d{1,9}))?\$([^$]+)\$([0-9a-f]+)$/;

/** The output length of each digest in bytes. */
const DIGESTS: Record<string, number> = { sha1: 20, sha256: 32, sha512: 64 };
/** Werkzeug 2's default if a hash names no iterations. Werkzeug itself always writes them. */
const WERKZEUG_ITERATIONS = 260_000;

const WANTED = "wanted argon2 ($argon2id$…), bcrypt ($2b$…), or Werkzeug's scrypt:… or pbkdf2:…";
const unsupported = { problem: `a hash of no known scheme, or one that is damaged; ${WANTED}` };
const tooExpensive = (what: string) => ({ problem: `a hash with ${what}, which is too expensive to verify` });

/**
 * Parses a stored hash: argon2 in PHC format, bcrypt, and Werkzeug's `scrypt:N:r:p$salt$hex` and
 * `pbkdf2:digest:iterations$salt$hex`. Accepts any text and never throws.
 */
export function parsePasswordHash(text: string): HashParsing {
  if (text.length > MAX_TEXT) return unsupported;
  if (ARGON2.test(text)) return parseArgon2(text);
  const bcrypt = BCRYPT.exec(text);
  if (bcrypt) return parseBcrypt(Number(bcrypt[1]));
  const scrypt = SCRYPT.exec(text);
  if (scrypt) return parseScrypt(scrypt.slice(1, 4).map(Number), scrypt[4] ?? '', scrypt[5] ?? '');
  const pbkdf2 = PBKDF2.exec(text);
  if (pbkdf2) return parsePbkdf2(pbkdf2);
  return unsupported;
}

function parseArgon2(text: string): HashParsing {
  try {
    const { algorithm, version, memoryCost, timeCost, parallelism, outputLen, saltLen } = parseOptions(text);
    if (memoryCost > MAX_MEMORY_KIB || timeCost > MAX_PASSES || parallelism > MAX_LANES) {
      return tooExpensive(`m=${memoryCost}, t=${timeCost}, p=${parallelism}`);
    }
    if (timeCost < 1 || parallelism < 1 || memoryCost < 8 * parallelism) return unsupported;
    if (outputLen < 16 || saltLen < 8) return unsupported;
    const current = algorithm === 2 && version === 1 && outputLen === 32;
    return {
      hash: {
        scheme: 'argon2',
        variant: current ? 'argon2id' : 'other',
        memoryKib: memoryCost,
        passes: timeCost,
        lanes: parallelism,
      },
    };
  } catch {
    return unsupported;
  }
}

function parseBcrypt(cost: number): HashParsing {
  if (cost < 4 || cost > 31) return unsupported;
  return cost > MAX_BCRYPT_COST ? tooExpensive(`cost ${cost}`) : { hash: { scheme: 'bcrypt' } };
}

function parseScrypt([cost = 0, blockSize = 0, parallelization = 0]: number[], salt: string, hex: string) {
  if (cost < 2 || !Number.isInteger(Math.log2(cost)) || blockSize < 1 || parallelization < 1)
    return unsupported;
  // RFC 7914 does not allow it, and OpenSSL refuses it.
  if (Math.log2(cost) >= 16 * blockSize) return unsupported;
  const memoryKib = (cost * blockSize) / 8;
  if (
    memoryKib > MAX_MEMORY_KIB ||
    blockSize > MAX_BLOCK_SIZE ||
    parallelization > MAX_PARALLELIZATION ||
    memoryKib * parallelization > 4 * MAX_MEMORY_KIB
  ) {
    return tooExpensive(`scrypt:${cost}:${blockSize}:${parallelization}`);
  }
  const key = Buffer.from(hex, 'hex');
  return { hash: { scheme: 'scrypt' as const, cost, blockSize, parallelization, salt, key } };
}

function parsePbkdf2([, digest = '', written, salt = '', hex = '']: RegExpExecArray): HashParsing {
  const iterations = written === undefined ? WERKZEUG_ITERATIONS : Number(written);
  const key = Buffer.from(hex, 'hex');
  if (iterations < 1 || hex.length !== 2 * (DIGESTS[digest] ?? 0)) return unsupported;
  if (iterations > MAX_PBKDF2_ITERATIONS) return tooExpensive(`${iterations} iterations`);
  return { hash: { scheme: 'pbkdf2', digest, iterations, salt, key } };
}
