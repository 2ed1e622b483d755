import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { InventoryDocument, LogoutDocument, ViewerDocument } from '../schema/operations.generated.js';
import { storedSecretKey } from '../src/composition/secret-key.js';
import { MAIL_SERVER } from './support/production.js';
import { startTestApp } from './support/start-app.js';

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

test("a mapping that the ERP refuses is our mistake, and not told as the ERP's absence", async () => {
  const app = await startTestApp();
  try {
    await app.erp('alter table erp.stock rename column lot_no to lot');
    const { errors, text } = await app.ask(InventoryDocument, {}, 'customer1');
    expect(errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(text).not.toContain('lot_no');
    expect(app.log.join()).toContain('lot_no');
  } finally {
    await app.stop();
  }
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
