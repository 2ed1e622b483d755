import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';

const LENGTH = 64;

/** The current secret key, followed by the previous one if it is set. The first signs; both are accepted. */
export type SecretKeys = readonly [string, ...string[]];

/** The keys of the settings. Outside production, a generated key replaces a missing SECRET_KEY. */
export function secretKeysOf({ secretKey, secretKeyPrevious, dataDir }: Config): SecretKeys {
  return [secretKey ?? storedSecretKey(dataDir), ...(secretKeyPrevious === null ? [] : [secretKeyPrevious])];
}

/**
 * The key for use outside production if SECRET_KEY is not set. It is generated on the first start and stored, so that
 * sessions survive a restart.
 *
 * @throws Error if the file with the key is damaged
 */
export function storedSecretKey(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // The rename makes writing atomic: a truncated key could be guessed.
    writeFileSync(`${file}.new`, randomBytes(48).toString('base64'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const key = readFileSync(file, 'utf8');
  if (key.length === LENGTH) return key;
  throw new Error(`${file} is damaged. Delete it: a new key is generated, and everyone must sign in again.`);
}
