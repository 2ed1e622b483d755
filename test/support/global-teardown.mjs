import { rmSync } from 'node:fs';
import { POSTGRES_URL } from './postgres-server.mjs';
import { dropOnServer } from './templates.mjs';

export default async function globalTeardown() {
  if (POSTGRES_URL) await dropOnServer();
  rmSync(process.env['PORTICO_TEST_SNAPSHOTS'], { recursive: true });
}
