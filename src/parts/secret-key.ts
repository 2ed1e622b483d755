import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LENGTH = 64;

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
