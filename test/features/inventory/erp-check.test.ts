import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckErpDocument, ErpCheckDocument } from '../../../schema/operations.generated.js';
import { reportOf } from '../../support/check-erp.js';
import { ErpProxy } from '../../support/erp-proxy.js';
import { asAdministrator } from '../../support/postgres-server.mjs';
import { codesOf } from '../../support/quotes.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

let proxy: ErpProxy;
beforeAll(async () => {
  proxy = await ErpProxy.start();
});
afterAll(() => proxy.close());

/** Runs a statement on the ERP as its administrator. */
const run = (sql: string) => asAdministrator((client) => client.query(sql), proxy.url);

/** What a new instance says of the ERP, after something was done to the ERP. */
async function checkAfter(change: () => Promise<unknown>, settings = proxy.settings) {
  const app = await startTestApp(settings);
  try {
    await change();
    const { data, errors } = await app.ask(CheckErpDocument, {}, 'admin1');
    expect(errors).toEqual([]);
    if (!data) throw new Error('no data');
    const { checkErp } = data;
    const findings = checkErp.sections.flatMap((section) =>
      section.title === 'times' ? [] : section.findings,
    );
    return { ...checkErp, findings, text: JSON.stringify(checkErp) };
  } finally {
    await app.stop();
  }
}

describe('an admin has the ERP checked', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(proxy.settings);
  });
  afterAll(() => app.stop());

  const checks = async () =>
    (
      await app.database(
        "select 1 from audit_intake where action = 'ERP_CHECKED' union all select 1 from audit_entry where action = 'ERP_CHECKED'",
      )
    ).length;

  test('and is told what the command says, once a minute at most, and each check is written down', async () => {
    expect((await app.ask(ErpCheckDocument, {}, 'admin1')).data?.erpCheck).toBeNull();
    const answers = await Promise.all([1, 2, 3].map(() => app.ask(CheckErpDocument, {}, 'admin1')));
    const [first] = answers.map(({ data }) => data?.checkErp);
    for (const { data, errors } of answers) expect([errors, data?.checkErp]).toEqual([[], first]);
    expect((await app.ask(CheckErpDocument, {}, 'admin1')).data?.checkErp).toEqual(first);
    expect((await app.ask(ErpCheckDocument, {}, 'admin1')).data?.erpCheck).toEqual(first);
    expect(await checks()).toBe(1);

    const report = await reportOf(proxy.settings);
    expect({ ok: first?.ok, unreachable: first?.unreachable }).toEqual({ ok: true, unreachable: null });
    expect(first?.sections.map(({ title }) => title)).toEqual(report.sections.map(({ title }) => title));
    const rows = first?.sections.find(({ title }) => title === 'rows');
    expect(rows?.facts).toEqual([{ name: 'rows', value: String(report.section('rows').facts['rows']) }]);
    expect(JSON.stringify(first)).not.toContain(String(proxy.settings['ERP_PASSWORD']));
  });

  test('and nobody else does, nor reads what it said', async () => {
    for (const as of ['operations1', 'customer1', 'driver1', 'warehouse1'] as const) {
      expect(codesOf(await app.ask(CheckErpDocument, {}, as))).toEqual(['FORBIDDEN']);
      expect(codesOf(await app.ask(ErpCheckDocument, {}, as))).toEqual(['FORBIDDEN']);
    }
    expect(codesOf(await app.ask(CheckErpDocument, {}))).toEqual(['UNAUTHENTICATED']);
    expect(await checks()).toBe(1);
  });
});

describe('what it says has no SQL and none of the server’s words', () => {
  const SQL = /\b(select|insert|alter|grant|revoke|drop)\b|create index|syntax error|does not exist/i;

  test('of a login that may write and a table without an index', async () => {
    const { username, password } = new URL(proxy.url);
    const settings = {
      ...proxy.settings,
      ERP_USER: decodeURIComponent(username),
      ERP_PASSWORD: decodeURIComponent(password) || 'none',
      ERP_ALLOW_WRITABLE_LOGIN: 'true',
    };
    const { findings, text } = await checkAfter(() => run('drop index erp.stock_owner_item'), settings);
    expect(findings).toContainEqual({ level: 'WARNING', text: 'it is a superuser' });
    expect(findings.map((finding) => finding.text).join()).toMatch(
      /no index of erp\.stock begins with owner_name/,
    );
    expect(text).not.toMatch(SQL);
  });

  test('of a mapping that no longer fits', async () => {
    const { ok, findings, text } = await checkAfter(() =>
      run('alter table erp.stock rename column item_code to item_code_2'),
    );
    await run('alter table erp.stock rename column item_code_2 to item_code');
    expect(ok).toBe(false);
    expect(findings[0]).toEqual({
      level: 'PROBLEM',
      text: 'ERP_INVENTORY_SQL: the ERP refused the query: the command erp check says why',
    });
    expect(text).not.toMatch(SQL);
    expect(text).not.toContain('item_code');
  });

  test('of an ERP that is down', async () => {
    const { ok, unreachable, sections } = await checkAfter(() => proxy.goDown());
    await proxy.comeUp();
    expect({ ok, unreachable, sections }).toEqual({
      ok: false,
      unreachable: 'no server listens at the address of the ERP',
      sections: [],
    });
  });
});
