import sql from 'mssql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ErpStatusDocument, InventoryCountDocument } from '../../../schema/operations.generated.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { reportOf } from '../../support/check-erp.js';
import { cleanUp, runPortico, workFolder } from '../../support/spawn-portico.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { DemoStock } from '../../support/tds-server/demo-stock-session.js';
import { type DowngradingRelay, startDowngradingRelay } from '../../support/tds-server/downgrading-relay.js';
import { serverOf } from '../../support/tds-server/erp-server.js';
import { PACKET } from '../../support/tds-server/packets.js';
import { LOGIN, TdsServer } from '../../support/tds-server/tds-server.js';
import { CERTIFICATE_PATH } from '../../support/tls-identity.js';
import { until } from '../../support/until.js';

const never = new AbortController().signal;
const TRUSTING = { ERP_TRUST_SERVER_CERTIFICATE: 'true' };

let stock: DemoStock;
/** Without encryption, with it, and with TLS from the first byte. */
let plain: TdsServer;
let encrypting: TdsServer;
let strict: TdsServer;
let relay: DowngradingRelay;
let app: TestApp;
beforeAll(async () => {
  stock = await DemoStock.open({ everyNth: 100 });
  plain = await TdsServer.start((statement) => stock.answer(statement));
  encrypting = await TdsServer.start((statement) => stock.answer(statement), 'on');
  strict = await TdsServer.start((statement) => stock.answer(statement), 'strict');
  relay = await startDowngradingRelay(encrypting.port);
  app = await startTestApp({ ...encrypting.settings, ...TRUSTING });
});
beforeEach(() => {
  for (const server of [plain, encrypting, strict]) server.clear();
});
afterAll(async () => {
  await cleanUp();
  await app.stop();
  await relay.close();
  for (const server of [plain, encrypting, strict]) await server.stop();
  await stock.close();
  expect([plain, strict, encrypting].flatMap(({ failures }) => failures)).toEqual([]);
});

const statusOf = async (of: TestApp) => (await of.ask(ErpStatusDocument, {}, 'admin1')).data?.erpStatus;

describe('with ERP_ENCRYPT, our login goes only over TLS', () => {
  test('through somebody on the way who says that there is none, nothing of it is sent', async () => {
    const fooled = await app.sibling({ ERP_PORT: String(relay.port) });
    const { errors } = await fooled.ask(InventoryCountDocument, {}, 'customer1');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['ERP_UNAVAILABLE']);
    expect(new Set(relay.packets())).toEqual(new Set([PACKET.PRELOGIN]));
    expect(relay.sent().includes(Buffer.from(LOGIN.user, 'utf16le'))).toBe(false);
    expect(encrypting.logins).toEqual([]);
    const said = 'the ERP offers no encryption, and ERP_ENCRYPT wants it';
    expect(await statusOf(fooled)).toMatchObject({ reachable: false, lastError: said, encryption: null });
    expect(fooled.log.filter((line) => JSON.parse(line).msg === said)).toHaveLength(1);
    await fooled.stop();
  });

  test('where the server has none, it says so in one sentence', async () => {
    const { ok, unreachable } = await reportOf({ ...plain.settings, ERP_ENCRYPT: 'true' });
    expect({ ok, unreachable }).toEqual({
      ok: false,
      unreachable: expect.stringMatching(/^the ERP offers no encryption, and ERP_ENCRYPT wants it/),
    });
    expect(plain.logins).toEqual([]);
  });

  test('a certificate that nobody vouches for is refused before it', async () => {
    const { unreachable } = await reportOf(encrypting.settings);
    expect(unreachable).toMatch(
      /^the certificate of the ERP can't be verified \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    );
    expect(encrypting.logins).toEqual([]);
  });

  test('strict takes no certificate that it can not verify either, and no server that has no TDS 8', async () => {
    expect((await reportOf(strict.settings)).unreachable).toMatch(
      /^the certificate of the ERP can't be verif/,
    );
    const { unreachable } = await reportOf({ ...encrypting.settings, ERP_ENCRYPT: 'strict' });
    expect(unreachable).toMatch(/ERP_ENCRYPT=strict needs SQL Server 2022/);
    // It took the TLS for a packet that can't be.
    expect(encrypting.failures.splice(0)).not.toEqual([]);
    expect([...strict.logins, ...encrypting.logins]).toEqual([]);
  });
});

test('a driver that logs in by another way than the one we know has no password to send', async () => {
  let prototype: object = {};
  const probe = new sql.ConnectionPool({
    ...{ server: '127.0.0.1', port: plain.port, user: 'nobody', password: '' },
    options: { encrypt: false },
    beforeConnect: (connection) => {
      prototype = Object.getPrototypeOf(connection);
    },
  });
  await probe.connect().catch(() => {});
  plain.clear();
  // To who looks for the method first it isn't there, and the driver has it under another name, as it were.
  const method = Object.getOwnPropertyDescriptor(prototype, 'sendLogin7Packet') ?? {};
  let looked = 0;
  Object.defineProperty(prototype, 'sendLogin7Packet', {
    configurable: true,
    get: () => (looked++ === 0 ? undefined : method.value),
  });
  const erp = new MssqlErp({ ...serverOf(plain), encrypt: true }, 5_000);
  await expect(erp.identify(never)).rejects.toThrow('this version of the driver has no sendLogin7Packet');
  await until(() => plain.logins.length > 0);
  expect(plain.logins.map(({ password }) => password)).toEqual(['']);
  Object.defineProperty(prototype, 'sendLogin7Packet', method);
  await erp.close();
});

describe('what a connection is, and not what a setting wants, is said', () => {
  test('in erpStatus and in the log', async () => {
    const wanted = /^TLSv1\.2 \(TLS_ECDHE_\w+\), certificate not verified$/;
    expect((await statusOf(app))?.encryption).toMatch(wanted);
    const lines = app.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'connected to the ERP');
    expect(lines).toEqual([expect.objectContaining({ encryption: expect.stringMatching(wanted) })]);
    const inClear = await app.sibling({ ...plain.settings });
    await inClear.ask(InventoryCountDocument, {}, 'customer1');
    expect((await statusOf(inClear))?.encryption).toBe('none');
    await inClear.stop();
  });

  test.each(['on', 'strict'] as const)(
    'by erp check, where the certificate is trusted: %s',
    async (encryption) => {
      const server = encryption === 'on' ? encrypting : strict;
      const settings = {
        ...server.settings,
        ERP_HOST: 'localhost',
        NODE_EXTRA_CA_CERTS: CERTIFICATE_PATH,
      };
      const { stdout } = await runPortico(['erp', 'check', '--json'], { folder: workFolder(), settings });
      const [connection] = JSON.parse(stdout).sections;
      expect(connection.facts.encryption).toMatch(/^TLSv1\.[23] \(TLS_\w+\), certificate verified$/);
      expect(connection.findings).toEqual([]);
    },
  );
});

test('many queries and long answers pass over TLS as they do without', async () => {
  const erp = new MssqlErp({ ...serverOf(encrypting), encrypt: true, trustServerCertificate: true }, 10_000);
  const sql = 'select stock_no, owner_name from erp.stock';
  const inClear = new MssqlErp(serverOf(plain), 10_000);
  const wanted = await inClear.read({ sql, parameters: [] }, never);
  expect(await erp.read({ sql, parameters: [] }, never)).toEqual(wanted);
  await Promise.all([erp.close(), inClear.close()]);
});
