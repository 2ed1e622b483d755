// A test ERP that speaks SQL Server's protocol, for the scenario mssql. The demo stock answers each statement once; from
// then on the answer comes from memory, because asking again would cost more than what is measured.
import { loadTestTds } from '../test-tds.mjs';

const { TdsServer, DemoStock } = await loadTestTds();

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
