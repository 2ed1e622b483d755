// The test ERP of bench/exports.mjs: the demo stock, and for an export as many generated rows as its argument says.
import globalSetup from '../../test/support/global-setup.mjs';
import { loadTestTds } from '../test-tds.mjs';
import { erpRow } from './rows.mjs';

const ROWS = Number(process.argv[2]);

const tearDown = await globalSetup();
const { TdsServer, DemoStock } = await loadTestTds();

let sent = 0;
function* rows() {
  sent = 0;
  for (let n = 0; n < ROWS; n += 1) {
    const row = erpRow(n);
    sent += 1;
    yield columns.map(({ name }) => row[name]);
  }
}

/** Pages and what the service asks to inspect the ERP are answered from the demo stock. */
const isExport = (sql) =>
  /quantity_on_hand/.test(sql) && /order by/i.test(sql) && !/\b(fetch|top)\b/i.test(sql);

const stock = await DemoStock.open();
/** A page has the columns of an export. */
let columns = [];
const server = await TdsServer.start(async (statement, session) => {
  // Asking the demo stock for all of its rows would be measured too.
  if (isExport(statement.sql)) return { columns, rows: rows() };
  const answer = await stock.answer(statement, session);
  if (/quantity_on_hand/.test(statement.sql) && /fetch/i.test(statement.sql)) columns = answer.columns;
  return answer;
});
process.on('message', async (message) => {
  if (message === 'rows') return process.send({ sent });
  await server.stop();
  await stock.close();
  await tearDown();
  process.disconnect();
  process.exit(server.failures.length > 0 ? 1 : 0);
});
process.send({ settings: server.settings });
