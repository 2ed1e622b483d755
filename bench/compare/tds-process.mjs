// A test ERP that speaks SQL Server's protocol, for the scenario mssql. The demo stock answers each statement once; from
// then on the answer comes from memory, because asking again would cost more than what is measured.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { scratchFolder } from '../scratch.mjs';

const SUPPORT = '../../test/support/tds-server';

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

const stock = await DemoStock.open();
const answers = new Map();
const server = await TdsServer.start(async (statement, session) => {
  if (!/fetch next/i.test(statement.sql)) return stock.answer(statement, session);
  const key = JSON.stringify(statement);
  if (!answers.has(key)) answers.set(key, await stock.answer(statement, session));
  return answers.get(key);
});
process.on('message', async () => {
  await server.stop();
  await stock.close();
  process.disconnect();
  process.exit(0);
});
process.send({ settings: server.settings });
