import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { InventoryCountDocument } from '../../../schema/operations.generated.js';
import { classifyFault, type ErpFault } from '../../../src/erp/erp-fault.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { serverOf } from '../../support/tds-server/erp-server.js';
import { SqlError } from '../../support/tds-server/sql-types.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';

const never = new AbortController().signal;

let stock: DemoStock;
let server: TdsServer;
/** On the embedded ERP; the services of the tests share its database. */
let base: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 12 });
  base = await startTestApp();
});
afterAll(async () => {
  await base.stop();
  await stock.close();
});
beforeEach(async () => {
  server = await TdsServer.start((statement) => stock.answer(statement));
});
afterEach(async () => {
  await server.stop();
  expect(server.failures).toEqual([]);
});

test.each<[number, ErpFault]>([
  [18456, 'login'],
  [4060, 'login'],
  [18470, 'login'],
  [40613, 'lost'],
  [40197, 'lost'],
  [17187, 'lost'],
  [10928, 'busy'],
  [40501, 'busy'],
  [17809, 'busy'],
])('a login refused with %d is taken for what it is, at the first refusal: %s', async (number, fault) => {
  server.faults.loginErrors = [new SqlError(number, 'It says why in words alone.', 14)];
  const erp = new MssqlErp(serverOf(server), 5_000);
  const refusal = await erp.identify(never).catch((error: unknown) => error);
  expect(classifyFault(refusal)).toBe(fault);
  expect(server.logins).toHaveLength(1);
  await erp.close();
});

test('a viewer waits a moment for a database that is being moved, and raises no alarm', async () => {
  const app = await base.sibling(server.settings);
  server.cut();
  server.clear();
  server.faults.loginErrors = [new SqlError(40613, "Database 'erp' is not currently available.", 14)];
  const { errors, data } = await app.ask(InventoryCountDocument, {}, 'customer1');
  expect(errors).toEqual([]);
  expect(data?.inventory.totalCount).toBeGreaterThan(0);
  expect(server.faults.loginErrors).toEqual([]);
  expect(app.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  await app.stop();
});

test.each<[setting: Record<string, string>, readOnlyIntent: boolean]>([
  [{}, true],
  [{ ERP_APPLICATION_INTENT: 'ReadOnly' }, true],
  [{ ERP_APPLICATION_INTENT: 'ReadWrite' }, false],
])('the server is told what we come for: %j', async (setting, readOnlyIntent) => {
  const app = await base.sibling({ ...server.settings, ...setting });
  await app.ask(InventoryCountDocument, {}, 'customer1');
  expect(server.logins.map((login) => login.readOnlyIntent)).toContain(readOnlyIntent);
  expect(server.logins.map((login) => login.readOnlyIntent)).not.toContain(!readOnlyIntent);
  await app.stop();
});
