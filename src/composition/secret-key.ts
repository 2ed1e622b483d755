import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';

const LENGTH = 64;

/** The key in force, and after it the one before where that is still good. */
export type SecretKeys = readonly [string, ...string[]];

/** The keys of the settings, or outside production the kept one. */
export function secretKeysOf({ secretKey, secretKeyPrevious, dataDir }: Config): SecretKeys {
  return [secretKey ?? keptSecretKey(dataDir), ...(secretKeyPrevious === null ? [] : [secretKeyPrevious])];
}

/**
 * Outside production, where no SECRET_KEY is set: one made on the first start and kept, so that sessions outlive a
 * restart.
 */
export function keptSecretKey(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Whole or not at all: half a key would be one that can be guessed.
    writeFileSync(`${file}.new`, randomBytes(48).toString('base64'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const key = readFileSync(file, 'utf8');
  if (key.length === LENGTH) return key;
  throw new Error(`${file} is damaged. Delete it: a new key is made, and everyone signs in again.`);
}
