import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { scratchFolder } from './scratch.mjs';

const SUPPORT = '../test/support/tds-server';

/** The tests' server of SQL Server's protocol, and the demo stock that answers its statements. Both are in TypeScript. */
export async function loadTestTds() {
  const folder = scratchFolder();
  const bundle = await rolldown({
    input: ['tds-server', 'demo-stock-session'].map((name) =>
      fileURLToPath(new URL(`${SUPPORT}/${name}.ts`, import.meta.url)),
    ),
    platform: 'node',
  });
  await bundle.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  const { TdsServer } = await import(`${folder}/tds-server.mjs`);
  const { DemoStock } = await import(`${folder}/demo-stock-session.mjs`);
  return { TdsServer, DemoStock };
}
