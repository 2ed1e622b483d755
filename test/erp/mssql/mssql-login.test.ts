import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { InventoryCountDocument } from '../../../schema/operations.generated.js';
import { classifyFault } from '../../../src/erp/erp-fault.js';
import { describeFault } from '../../../src/erp/fault-descriptions.js';
import type { ErpFault } from '../../../src/erp/known-fault.js';
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

test('no part of a question waits until the server has acknowledged the others', async () => {
  const undelayed = vi.spyOn(Socket.prototype, 'setNoDelay');
  onTestFinished(() => undelayed.mockRestore());
  const erp = new MssqlErp(serverOf(server), 5_000);
  await erp.identify(never);
  const ports = undelayed.mock.contexts.map((socket) => (socket as Socket).remotePort);
  expect(ports).toContain(server.port);
  await erp.close();
});

test.each<[number: number, state: number, fault: ErpFault, said: RegExp]>([
  [18456, 1, 'login', /refuses the login$/],
  [18456, 5, 'login', /does not know the login/],
  [18456, 7, 'login', /is disabled/],
  [18456, 8, 'login', /ERP_PASSWORD is wrong/],
  [18456, 13, 'lost', /paused/],
  [18456, 18, 'login', /must be changed/],
  [18456, 38, 'database', /ERP_DATABASE is wrong/],
  [18456, 58, 'login', /Windows logins/],
  [18470, 1, 'login', /is disabled/],
  [18487, 1, 'login', /expired/],
  [17892, 1, 'login', /logon trigger/],
  [40615, 1, 'login', /firewall/],
  [4060, 1, 'database', /ERP_DATABASE is wrong/],
  [976, 1, 'database', /replica .* can't be read/],
  [978, 1, 'database', /ERP_APPLICATION_INTENT=readonly/],
  [927, 1, 'maintenance', /restored/],
  [18461, 1, 'maintenance', /single-user/],
  [922, 1, 'lost', /being recovered/],
  [983, 1, 'lost', /failover/],
  [18401, 1, 'lost', /starting/],
  [40613, 1, 'lost', /moved/],
  [40197, 1, 'lost', /moved/],
  [17187, 1, 'lost', /starting/],
  [10928, 1, 'busy', /lack of resources/],
  [40501, 1, 'busy', /lack of resources/],
  [17809, 1, 'busy', /too many are open/],
  [33000, 1, 'unknown-login', /failed with error 33000, which does not say that the login is wrong/],
])('a login refused with %d, state %d, is taken for what it is, at the first refusal: %s', async (...row) => {
  const [number, state, fault, said] = row;
  server.faults.loginErrors = [new SqlError(number, 'It says why in words alone.', 14, state)];
  const erp = new MssqlErp(serverOf(server), 5_000);
  const refusal = await erp.identify(never).catch((error: unknown) => error);
  expect(classifyFault(refusal)).toBe(fault);
  expect(describeFault(refusal)).toMatch(said);
  expect(server.logins).toHaveLength(1);
  await erp.close();
});

test.each<[number, ErpFault]>([
  [4060, 'database'],
  [983, 'lost'],
  [18401, 'lost'],
])('%d is taken for what it is where the server adds that the login failed: %s', async (number, fault) => {
  server.faults.loginErrors = [[new SqlError(number, 'Why.', 11), new SqlError(18456, 'Login failed.', 14)]];
  const erp = new MssqlErp(serverOf(server), 5_000);
  const refusal = await erp.identify(never).catch((error: unknown) => error);
  expect(classifyFault(refusal)).toBe(fault);
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
