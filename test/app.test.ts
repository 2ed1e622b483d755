import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ErpStatusDocument,
  InventoryDocument,
  LogoutDocument,
  ViewerDocument,
} from '../schema/operations.generated.js';
import { storedSecretKey } from '../src/composition/secret-key.js';
import { READER } from './support/postgres-server.mjs';
import { MAIL_SERVER } from './support/production.js';
import { startTestApp, type TestApp } from './support/start-app.js';
import { until } from './support/until.js';

const folder = mkdtempSync(join(tmpdir(), 'portico-app-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a database that served an evaluation does not go into production with its demo logins', async () => {
  const production = {
    NODE_ENV: 'production',
    APP_BASE_URL: 'https://portal.example.com',
    ...MAIL_SERVER,
  };
  await expect(startTestApp(production)).rejects.toThrow(
    /demo logins .*: customer1, customer2, customerall, operations1, admin1, driver1, warehouse1\./,
  );
});

describe('a mapping that breaks while the portal runs is told to those who can mend it, and heals', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  test.each([
    [
      'a column is gone',
      'alter table erp.stock rename column lot_no to lot',
      'alter table erp.stock rename column lot to lot_no',
      'lot_no',
    ],
    [
      'the table is gone',
      'alter table erp.stock rename to s',
      'alter table erp.s rename to stock',
      'erp.stock',
    ],
    [
      'a right is gone',
      `revoke select on erp.stock from ${READER.user}`,
      `grant select on erp.stock to ${READER.user}`,
      'permission denied for table stock',
    ],
  ])('%s', async (_what, breakIt, mendIt, named) => {
    const ask = () => app.ask(InventoryDocument, {}, 'customer1');
    const status = async () => (await app.ask(ErpStatusDocument, {}, 'admin1')).data?.erpStatus;
    expect((await ask()).errors).toEqual([]);
    app.log.length = 0;
    await app.erp(breakIt);
    const { errors, text } = await ask();
    expect(errors).toMatchObject([{ extensions: { code: 'ERP_UNAVAILABLE', retryable: false } }]);
    expect(text).not.toContain('stock');
    // The question that failed has the ERP inspected, which the next ones are told by.
    await until(async () => {
      expect((await ask()).errors[0]?.extensions).toEqual({ code: 'ERP_UNAVAILABLE', retryable: false });
      return (await status())?.lastError?.startsWith('the ERP is not asked') === true;
    });
    const loud = app.log.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(loud.map((line) => JSON.stringify(line)).join()).toContain(named);
    expect(loud.map(({ msg }) => msg)).toContain('the ERP is not as the portal needs it');
    const ready = (await (await fetch(`${app.url}/readyz`)).json()) as object;
    expect(ready).toMatchObject({ status: 'degraded', dependencies: { erp: 'down' } });
    await app.erp(mendIt);
    await until(async () => (await ask()).errors.length === 0);
    expect(await status()).toMatchObject({ reachable: true, lastError: null, circuit: 'closed' });
  });
});

test('whoever signs in at one instance is known to the other, and signed out there too', async () => {
  const app = await startTestApp();
  try {
    const other = await app.sibling();
    const token = await app.tokenOf('customer1');
    expect((await other.ask(ViewerDocument, {}, { token })).data?.viewer?.user.username).toBe('customer1');
    expect(app.log.join()).not.toBe(other.log.join());
    await other.ask(LogoutDocument, {}, { token });
    expect((await app.ask(ViewerDocument, {}, { token })).data).toEqual({ viewer: null });
  } finally {
    await app.stop();
  }
});

describe('the kept secret key', () => {
  test('is the same on every start, and nobody else may read it', () => {
    const key = storedSecretKey(folder);
    expect(storedSecretKey(folder)).toBe(key);
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
  });

  test('is not taken where a full disk left half of it', () => {
    writeFileSync(join(folder, 'secret-key'), '');
    expect(() => storedSecretKey(folder)).toThrow(/damaged/);
  });
});
