import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErpReport } from '../../src/erp/check/erp-report.js';
import { checkErp, reportOf } from '../support/check-erp.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { asAdministrator, READER } from '../support/postgres-server.mjs';
import { cleanUp, runPortico, workFolder } from '../support/spawn-portico.js';
import { startTlsFront } from '../support/tls-front.js';

let proxy: ErpProxy;
beforeAll(async () => {
  proxy = await ErpProxy.start();
});
afterAll(async () => {
  await cleanUp();
  await proxy.close();
});

/** Runs a statement on the ERP as its administrator. */
const run = (sql: string) => asAdministrator((client) => client.query(sql), proxy.url);

const MAPPING = `select stock_no as row_id, owner_name as customer_name, item_code as part_number, item_text as description,
  whse as warehouse, bin_code as bin, lot_no as lot, hold_code as status, uom as unit, qty_on_hand as quantity_on_hand,
  qty_allocated as quantity_allocated, received_date as received_on, expiry_date as expires_on,
  last_move_utc as last_moved_at from`;

test('the embedded demo is fit', async () => {
  const { code, stdout } = await runPortico(['erp', 'check', '--json'], { folder: workFolder() });
  const { ok, sections } = JSON.parse(stdout) as ErpReport;
  const findings = sections.flatMap((section) => (section.title === 'times' ? [] : section.findings));
  expect({ code, ok, findings }).toEqual({ code: 0, ok: true, findings: [] });
  expect(sections).toContainEqual({ title: 'rows', facts: { rows: 20_000 }, findings: [] });
});

describe('on PostgreSQL', () => {
  /** The ERP's administrator at the end of the line: a superuser, whatever the server calls it. */
  const administrator = (): Record<string, string> => {
    const { username, password } = new URL(proxy.url);
    return {
      ...proxy.settings,
      // The port stands behind the host.
      ERP_HOST: `${proxy.settings['ERP_HOST']}:${proxy.settings['ERP_PORT']}`,
      ERP_PORT: '',
      ERP_USER: decodeURIComponent(username),
      ERP_PASSWORD: decodeURIComponent(password) || 'none',
      ERP_ALLOW_WRITABLE_LOGIN: 'true',
    };
  };

  test('everything is said, and what a superuser could write is only accepted', async () => {
    const { ok, section, texts } = await reportOf(administrator());
    expect(ok).toBe(true);
    expect(section('connection').facts).toMatchObject({
      product: expect.stringMatching(/^PostgreSQL/),
      caseSensitive: true,
      encryption: 'none',
    });
    expect(texts('login', 'warning')).toEqual(['it is a superuser']);
    expect(section('login').findings[0]?.mend).toBe(
      `alter role "${administrator()['ERP_USER']}" nosuperuser`,
    );
    expect(section('mapping').facts).toMatchObject({ row_id: 'integer', quantity_on_hand: 'numeric(38,10)' });
    expect(section('indexes')).toEqual({
      title: 'indexes',
      facts: { customerColumn: 'erp.stock.owner_name', index: 'stock_owner_item' },
      findings: [],
    });
  });

  test('a login that could write is a problem', async () => {
    const { code, stdout } = await checkErp({ ...administrator(), ERP_ALLOW_WRITABLE_LOGIN: 'false' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ {2}PROBLEM +it is a superuser\n +→ alter role "[^"]+" nosuperuser$/m);
  });

  test('a float for a quantity and a time with a zone are problems', async () => {
    const mapping = MAPPING.replace('qty_on_hand as', 'qty_on_hand::float8 as').replace(
      'last_move_utc as',
      'last_move_utc::timestamptz as',
    );
    const { texts } = await reportOf({ ...proxy.settings, ERP_INVENTORY_SQL: `${mapping} erp.stock` });
    expect(texts('mapping', 'problem')).toEqual([
      expect.stringContaining('quantity_on_hand is double precision'),
      expect.stringContaining('last_moved_at is timestamp with time zone'),
    ]);
  });

  test('what can not be shown is counted, and texts of fixed length are named', async () => {
    const row =
      "select 2000000 + n, 'Odd GmbH', 'ODD', 'SYD1', 'EA', case n when 1 then 'NaN'::numeric else 1 end, 0";
    const times =
      "case n when 2 then '-infinity' when 3 then '0001-01-01' end::date, '10000-01-01', '0044-03-15 BC' from generate_series(1, 3) n";
    await run(
      `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated, received_date,
         expiry_date, last_move_utc) ${row}, ${times}`,
    );
    const mapping = MAPPING.replace('whse as', 'cast(whse as char(10)) as').replace(
      'uom as',
      'uom::bpchar as',
    );
    const { ok, texts } = await reportOf({ ...proxy.settings, ERP_INVENTORY_SQL: `${mapping} erp.stock` });
    expect(ok).toBe(false);
    expect(texts('rows', 'problem')).toEqual([
      'quantity_on_hand is not a number in 1 row: it is shown as 0, and left out of sums',
    ]);
    expect(texts('rows', 'remark')).toEqual([
      'received_on is on 0001-01-01 or 9999-12-31 in 1 row: it is shown so, also if it means that there is none',
    ]);
    const times3 = 'is infinite, before Christ or after the year 9999 in';
    expect(texts('rows', 'warning')).toEqual([
      `received_on ${times3} 1 row: it is shown as null`,
      `expires_on ${times3} 3 rows: it is shown as null`,
      `last_moved_at ${times3} 3 rows: it is shown as null`,
    ]);
    expect(texts('mapping', 'remark')).toEqual([
      'filled up with blanks to a fixed length: warehouse, unit. Values are given without these blanks',
    ]);
    await run("delete from erp.stock where owner_name = 'Odd GmbH'");
  });

  test('what lies behind a view cannot be told, and is not made up', async () => {
    await run('create view erp.portal as select * from erp.stock');
    await run(`grant select on erp.portal to ${READER.user}`);
    const { ok, texts } = await reportOf({ ...proxy.settings, ERP_INVENTORY_SQL: `${MAPPING} erp.portal` });
    expect(ok).toBe(true);
    expect(texts('indexes', 'remark')).toEqual([
      expect.stringMatching(/^the indexes of erp\.portal cannot be seen/),
    ]);
  });

  test('an index that is not there', async () => {
    await run('drop index erp.stock_owner_item');
    const { ok, section } = await reportOf(proxy.settings);
    expect(ok).toBe(true);
    expect(section('indexes').findings).toEqual([
      {
        level: 'warning',
        text: expect.stringMatching(/^no index of erp\.stock begins with owner_name/),
        mend: 'create index portico_inventory on "erp"."stock" ("owner_name", "item_code", "stock_no")',
      },
    ]);
  });

  test('a server without TLS is sent no login where ERP_ENCRYPT is on', async () => {
    const before = proxy.logins;
    const { ok, unreachable } = await reportOf({ ...proxy.settings, ERP_ENCRYPT: 'true' });
    expect({ ok, unreachable }).toEqual({
      ok: false,
      unreachable: expect.stringMatching(/^the ERP offers no encryption, and ERP_ENCRYPT wants it/),
    });
    expect(proxy.logins).toBe(before);
  });

  test('what the connection is over TLS is said, and a certificate that nobody vouches for refused', async () => {
    const front = await startTlsFront({ host: '127.0.0.1', port: Number(proxy.settings['ERP_PORT']) });
    const settings = { ...proxy.settings, ERP_PORT: String(front.port), ERP_ENCRYPT: 'true' };
    const before = proxy.logins;
    const { unreachable } = await reportOf(settings);
    expect(unreachable).toMatch(
      /^the certificate of the ERP can't be verified \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    );
    expect(proxy.logins).toBe(before);
    const { section } = await reportOf({ ...settings, ERP_TRUST_SERVER_CERTIFICATE: 'true' });
    const encryption = expect.stringMatching(/^TLSv1\.3 \(TLS_\w+\), certificate not verified$/);
    expect(section('connection').facts).toMatchObject({ encryption });
    await front.close();
  });

  test('a login that is refused is one sentence', async () => {
    proxy.refuseLogins = '28P01';
    const { code, stdout, stderr } = await checkErp(proxy.settings);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe("The ERP can't be checked: the ERP refuses the login: the login is refused\n");
    proxy.refuseLogins = null;
  });

  test('a server that is down is one sentence', async () => {
    await proxy.goDown();
    const { code, stderr } = await checkErp(proxy.settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The ERP can't be checked: no server listens at the address of the ERP: .*ECONNREFUSED/,
    );
  });
});
