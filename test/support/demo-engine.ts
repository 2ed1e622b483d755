import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../src/embedded-postgres/embedded-postgres.js';

const snapshotFile = (name: string) => join(process.env['PORTICO_TEST_SNAPSHOTS'] ?? '', `${name}.tar`);

/** An engine of its own with a copy of what a snapshot holds: by itself, the demo ERP. */
export function openDemoEngine(name = 'erp'): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.inMemory({ snapshot: new Uint8Array(readFileSync(snapshotFile(name))) });
}

/** The same after a change, which is made once in a run: the first who wants it leaves a snapshot for the others. */
export async function openChangedEngine(
  name: string,
  change: (engine: EmbeddedPostgres) => Promise<void>,
): Promise<EmbeddedPostgres> {
  if (existsSync(snapshotFile(name))) return openDemoEngine(name);
  const engine = await openDemoEngine();
  await change(engine);
  // Whole under its name or not at all: another worker may look for it just now.
  const draft = `${snapshotFile(name)}.${process.pid}`;
  writeFileSync(draft, await engine.dump());
  renameSync(draft, snapshotFile(name));
  return engine;
}
