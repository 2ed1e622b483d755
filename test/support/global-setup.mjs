import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTGRES_URL } from './postgres-server.mjs';

/** Builds what ships, and makes the databases that each test file starts from a copy of. */
export default async function globalSetup() {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  const templates = await import('./templates.mjs');
  if (POSTGRES_URL) await templates.makeOnServer();
  // Some tests have an engine of their own wherever the others run.
  process.env['PORTICO_TEST_SNAPSHOTS'] = mkdtempSync(join(tmpdir(), 'portico-test-'));
  await templates.makeSnapshots(process.env['PORTICO_TEST_SNAPSHOTS']);
}
