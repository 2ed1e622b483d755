import { Agent, get, type IncomingMessage } from 'node:http';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AuditEntriesDocument,
  PrepareAuditExportDocument,
  PrepareInventoryExportDocument,
} from '../../../schema/operations.generated.js';
import type { DemoStockRow } from '../../../src/erp/demo/demo-stock.js';
import { available, expectedIds, scaled, TRUTH } from '../../support/inventory-oracle.js';
import { rest } from '../../support/rest.js';
import { type DemoUser, startTestApp, type TestApp } from '../../support/start-app.js';
import { until } from '../../support/until.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ ERP_EXPORTS_MAX: '3' });
});
afterAll(() => app.stop());

type Line = Record<string, string | null>;

/** The lines of an export in NDJSON. */
async function linesOf(query: Record<string, string>, as: DemoUser): Promise<Line[]> {
  const answer = await rest(app, 'GET', `/export/inventory.ndjson?${new URLSearchParams(query)}`, { as });
  expect(answer.status).toBe(200);
  return answer.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** What identifies a row in the demo: no two rows have all of these in common with another quantity. */
const keyOf = (line: Line) => JSON.stringify(line);
const lineOf = (row: DemoStockRow): Line => ({
  erpCustomer: row.ownerName,
  partNumber: row.itemCode,
  description: row.itemText,
  warehouse: row.whse,
  bin: row.binCode,
  lot: row.lotNo,
  status: row.holdCode,
  unit: row.uom,
});
const textsOf = ({
  erpCustomer,
  partNumber,
  description,
  warehouse,
  bin,
  lot,
  status,
  unit,
}: Line): Line => ({
  ...({ erpCustomer, partNumber, description, warehouse, bin, lot, status, unit } as Line),
});
const sorted = (lines: Line[]) => lines.map(keyOf).sort();
const truthFor = (user: DemoUser, filter = {}) =>
  [...expectedIds(user, filter)].flatMap((id) => TRUTH.get(id) ?? []);

/** The latest entries about exports, newest first, as facts by name. */
async function exportsAudited(action: 'INVENTORY_EXPORTED' | 'AUDIT_EXPORTED') {
  const { data } = await app.ask(
    AuditEntriesDocument,
    { filter: { actions: [action] }, first: 50 },
    'admin1',
  );
  return (data?.auditEntries.nodes ?? []).map(({ actorName, changes }) => ({
    actorName,
    ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  }));
}

async function prepare(input: object, as: DemoUser = 'customer1') {
  const { data, errors } = await app.ask(PrepareInventoryExportDocument, { input: input as never }, as);
  return { download: data?.prepareInventoryExport, errors };
}

/** The path and query of a download's address. */
const pathOf = (url: string | undefined) => new URL(url ?? '').pathname;

/** An export whose client reads nothing after the headers. */
async function stalledExport(user: DemoUser): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${await app.tokenOf(user)}` };
  return new Promise((resolve, reject) => {
    get(`${app.url}/export/inventory.ndjson`, { headers }, (response) => resolve(response.pause())).on(
      'error',
      reject,
    );
  });
}

describe('an export of the inventory', () => {
  test.each<DemoUser>(['customer1', 'customer2', 'operations1', 'warehouse1'])(
    'has every row of the scope of %s, and no other',
    async (user) => {
      const lines = await linesOf({}, user);
      const truth = truthFor(user);
      expect(lines.length).toBe(truth.length);
      expect(sorted(lines.map(textsOf))).toEqual(sorted(truth.map(lineOf)));
      const sum = (quantities: bigint[]) => quantities.reduce((all, one) => all + one, 0n);
      expect(sum(lines.map(({ quantityOnHand }) => scaled(quantityOnHand ?? '')))).toBe(
        sum(truth.map(({ qtyOnHand }) => scaled(qtyOnHand))),
      );
      expect(sum(lines.map(({ quantityAvailable }) => scaled(quantityAvailable ?? '')))).toBe(
        sum(truth.map(available)),
      );
    },
  );

  test('follows filter, order and columns, and is one query', async () => {
    app.clear();
    const filter = { status: { equals: 'hold' }, warehouse: { startsWith: 'SYD' } };
    const lines = await linesOf(
      { filter: JSON.stringify(filter), orderBy: 'EXPIRES_ON:DESC,BIN', columns: 'BIN,EXPIRES_ON' },
      'operations1',
    );
    expect(app.erpQueries).toHaveLength(1);
    expect(lines.length).toBe(expectedIds('operations1', filter).size);
    expect(new Set(lines.flatMap((line) => Object.keys(line)))).toEqual(new Set(['bin', 'expiresOn']));
    const dates = lines.map(({ expiresOn }) => expiresOn ?? '');
    const first = dates.indexOf('');
    const known = first < 0 ? dates : dates.slice(0, first);
    expect(known).toEqual([...known].sort().reverse());
    expect(dates.slice(known.length).every((date) => date === '')).toBe(true);
  });

  test('never has what a filter names outside the scope', async () => {
    const filter = JSON.stringify({ erpCustomerNames: ['Northwind Foods Pty Ltd', 'All', 'acme beverages'] });
    expect(await linesOf({ filter }, 'customer1')).toEqual([]);
  });

  test('is CSV that spreadsheets read, with a byte order mark and a separator where asked', async () => {
    const answer = await fetch(
      `${app.url}/export/inventory.csv?${new URLSearchParams({ bom: '1', sep: ';', columns: 'PART_NUMBER,QUANTITY_ON_HAND' })}`,
      { headers: { authorization: `Bearer ${await app.tokenOf('customer2')}` } },
    );
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename=inventory-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [header, ...records] = parse(bytes, { bom: true, delimiter: ';' }) as string[][];
    expect(header).toEqual(['partNumber', 'quantityOnHand']);
    const truth = truthFor('customer2').map((row) => `${row.itemCode} ${scaled(row.qtyOnHand)}`);
    expect(records.map(([part, quantity]) => `${part} ${scaled(quantity ?? '')}`).sort()).toEqual(
      truth.sort(),
    );
  });

  test('is audited once, with its filter, rows, bytes and outcome', async () => {
    const before = (await exportsAudited('INVENTORY_EXPORTED')).length;
    const filter = { status: { equals: 'HOLD' } };
    const answer = await rest(
      app,
      'GET',
      `/export/inventory.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
      { as: 'customer1' },
    );
    const entries = await exportsAudited('INVENTORY_EXPORTED');
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]).toEqual({
      actorName: 'customer1',
      ...{ filter, orderBy: null, columns: null, format: 'CSV', outcome: 'complete' },
      erpCustomers: ['Acme Beverages', 'Brünnhilde Kosmetik GmbH'],
      rows: expectedIds('customer1', filter).size,
      bytes: Buffer.byteLength(answer.text),
    });
  });

  test.each([
    [{ filter: '{"status":' }, 'filter', /no JSON/],
    [{ filter: '{"colour":{"equals":"red"}}' }, 'filter', /colour/],
    [{ filter: '{"partNumber":{"equals":"\\u0000"}}' }, 'filter.partNumber.equals', /NUL/],
    [{ filter: '{"quantityOnHand":{"greaterThan":"many"}}' }, 'filter.quantityOnHand.greaterThan', /./],
    [{ orderBy: 'COLOUR' }, 'orderBy[0].field', /InventoryOrderField/],
    [{ columns: 'BIN,BIN' }, 'columns', /twice/],
    [{ columns: 'password_hash' }, 'columns[0]', /InventoryColumn/],
    [{ sep: 'x' }, 'sep', /comma/],
    [{ limit: '1' }, 'limit', /unknown field/],
  ])('names what is wrong with %j', async (query, path, message) => {
    const answer = await rest(app, 'GET', `/export/inventory.csv?${new URLSearchParams(query as never)}`);
    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json; charset=utf-8' });
    expect(answer.body).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(answer.body.fields[0].message).toMatch(message);
  });

  test('is refused to nobody and to drivers', async () => {
    const nobody = await rest(app, 'GET', '/export/inventory.xlsx', { as: null });
    expect(nobody.status).toBe(401);
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer, Basic realm="Portico", charset="UTF-8"');
    expect((await rest(app, 'GET', '/export/inventory.xlsx', { as: 'driver1' })).body.code).toBe('FORBIDDEN');
    const { data } = await app.ask(
      AuditEntriesDocument,
      { filter: { actions: ['AUTHORIZATION_DENIED'], actor: 'driver1' } },
      'admin1',
    );
    expect(data?.auditEntries.nodes[0]?.targetLabel).toBe('GET /export/inventory.xlsx');
  });

  test('is not made for a HEAD request', async () => {
    const answer = await rest(app, 'HEAD', '/export/inventory.csv');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, OPTIONS');
  });

  test('that its client leaves is cancelled in the ERP, and audited as not complete', async () => {
    const token = await app.tokenOf('customerall');
    const agent = new Agent();
    await new Promise<void>((resolve, reject) => {
      const request = get(
        `${app.url}/export/inventory.ndjson`,
        { agent, headers: { authorization: `Bearer ${token}` } },
        (response) => response.once('data', () => resolve(void response.destroy())),
      ).on('error', reject);
      void request;
    });
    agent.destroy();
    const latest = async () => (await exportsAudited('INVENTORY_EXPORTED'))[0];
    await until(async () => (await latest())?.actorName === 'customerall');
    const left = await latest();
    expect(left).toMatchObject({ outcome: 'the connection was closed' });
    expect(Number(Object.entries(left ?? {}).find(([name]) => name === 'rows')?.[1])).toBeLessThan(10_000);
  });

  test('beyond two of one login is refused, and those of other logins are not', async () => {
    const stalled = await Promise.all([1, 2].map(() => stalledExport('operations1')));
    const third = await rest(app, 'GET', '/export/inventory.csv', { as: 'operations1' });
    expect(third).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(third.headers.get('retry-after')).toBe('5');
    expect((await rest(app, 'GET', '/export/inventory.csv', { as: 'customer1' })).status).toBe(200);
    for (const response of stalled) response.destroy();
  });
});

describe('a prepared download', () => {
  test('opens once, for whoever has its address, and counts its rows beforehand', async () => {
    const filter = { lot: { startsWith: 'L' } };
    const { download } = await prepare({ format: 'CSV', filter });
    expect(download?.rowCount).toBe(expectedIds('customer1', filter).size);
    expect(download?.fileName).toMatch(/^inventory-.*\.csv$/);
    const answers = await Promise.all(
      [1, 2, 3].map(() => rest(app, 'GET', pathOf(download?.url), { as: null })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const opened = answers.find(({ status }) => status === 200);
    expect(parse(opened?.text ?? '')).toHaveLength((download?.rowCount ?? 0) + 1);
  });

  test('is not used up by a HEAD request, and its token is in no log', async () => {
    const { download } = await prepare({ format: 'NDJSON', filter: { lot: { equals: 'none such' } } });
    const path = pathOf(download?.url);
    expect((await rest(app, 'HEAD', path, { as: null })).status).toBe(405);
    expect((await rest(app, 'GET', path, { as: null })).status).toBe(200);
    const token = path.split('/').at(-1) ?? '-';
    expect(app.log.join('')).toContain('/export/download/…');
    expect(app.log.join('')).not.toContain(token);
  });

  test('ends with its minute', async () => {
    const { download } = await prepare({ format: 'CSV' });
    await app.database("update prepared_download set expires_at = now() - interval '1 second'");
    expect((await rest(app, 'GET', pathOf(download?.url), { as: null })).status).toBe(410);
  });

  test('shows what the login may see when it is opened, and nothing once its session has ended', async () => {
    const token = await app.tokenOf('customer2', 'password123');
    const two = [1, 2].map(() =>
      app.ask(PrepareInventoryExportDocument, { input: { format: 'NDJSON' } }, { token }),
    );
    const [narrowed, ended] = (await Promise.all(two)).map(({ data }) =>
      pathOf(data?.prepareInventoryExport.url),
    );
    const assign = (name: string) =>
      app.database(
        "update portal_user_erp_customer set erp_customer_name = $1 where user_id = (select id from portal_user where username = 'customer2')",
        [name],
      );
    await assign('nobody in particular');
    expect((await rest(app, 'GET', narrowed ?? '', { as: null })).text).toBe('');
    await assign('Northwind Foods Pty Ltd');
    await app.ask('mutation { logoutEverywhere }', {}, { token });
    expect((await rest(app, 'GET', ended ?? '', { as: null })).status).toBe(401);
  });

  test('is bounded for each session', async () => {
    const token = { token: await app.tokenOf('warehouse1') };
    const input = { input: { format: 'CSV' as const } };
    const one = async () =>
      (await app.ask(PrepareInventoryExportDocument, input, token)).errors[0]?.extensions.code;
    const many = await Promise.all(Array.from({ length: 20 }, one));
    expect(new Set(many)).toEqual(new Set([undefined]));
    expect(await one()).toBe('RATE_LIMITED');
  });

  test('that could not begin can be opened again', async () => {
    const { download } = await prepare({ format: 'CSV', columns: ['BIN'] }, 'operations1');
    const stalled = await Promise.all([1, 2].map(() => stalledExport('operations1')));
    expect((await rest(app, 'GET', pathOf(download?.url), { as: null })).status).toBe(429);
    for (const response of stalled) response.destroy();
    await until(async () => (await rest(app, 'GET', pathOf(download?.url), { as: null })).status === 200);
  });

  test('names wrong input', async () => {
    const { errors } = await prepare({ format: 'CSV', columns: ['BIN', 'BIN'] });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.columns' }],
    });
  });
});

describe('where exports are switched off and the schema is hidden', () => {
  let hidden: TestApp;
  beforeAll(async () => {
    hidden = await app.sibling({ ERP_EXPORTS_MAX: '0', INTROSPECTION_ENABLED: 'false' });
  });

  test('nobody is offered one, and asking for one is no denied attempt', async () => {
    const { data } = await hidden.ask('{ portal { features } }');
    expect((data as { portal: { features: string[] } }).portal.features).not.toContain('EXPORTS');
    const denied = async () =>
      app.database("select count(*)::int as count from audit_intake where action = 'AUTHORIZATION_DENIED'");
    const before = await denied();
    const answer = await rest(hidden, 'GET', '/export/inventory.csv', { as: 'customer1' });
    expect(answer).toMatchObject({
      status: 403,
      body: { detail: 'Exports are switched off in this portal.' },
    });
    expect(await denied()).toEqual(before);
    const prepared = await hidden.ask(
      PrepareInventoryExportDocument,
      { input: { format: 'CSV' } },
      'customer1',
    );
    expect(prepared.errors[0]?.message).toBe('Exports are switched off in this portal.');
  });

  test('wrong input shows no name of the schema, and nothing at all to nobody', async () => {
    const path = `/export/inventory.csv?${new URLSearchParams({ filter: '{"stat":1}', columns: 'BIM' })}`;
    expect((await rest(hidden, 'GET', path, { as: null })).status).toBe(401);
    const answer = await rest(hidden, 'GET', path, { as: 'customer1' });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/InventoryFilter|InventoryColumn|Did you mean/);
  });
});

describe('an export of the audit log', () => {
  test('has the entries that match, newest first, and is audited itself', async () => {
    const filter = { actions: ['LOGIN_SUCCEEDED' as const] };
    const { data } = await app.ask(PrepareAuditExportDocument, { filter, format: 'CSV' }, 'admin1');
    const answer = await rest(app, 'GET', pathOf(data?.prepareAuditExport.url), { as: null });
    const records = parse(answer.text, { columns: true }) as Record<string, string>[];
    expect(records.length).toBeGreaterThan(2);
    expect(records.every(({ action }) => action === 'LOGIN_SUCCEEDED')).toBe(true);
    const sequences = records.map(({ sequence }) => Number(sequence));
    expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
    expect(data?.prepareAuditExport.rowCount).toBe(records.length);
    expect((await exportsAudited('AUDIT_EXPORTED'))[0]).toMatchObject({
      actorName: 'admin1',
      ...{ filter, format: 'CSV', rows: records.length, outcome: 'complete' },
    });
  });

  test('reads on over its batches, from a time', async () => {
    const from = new Date().toISOString();
    await app.database(
      `insert into audit_intake (action, actor_name, changes)
       select 'MAIL_RETRIED', 'somebody', '[]' from generate_series(1, 1201)`,
    );
    const { data } = await app.ask(
      PrepareAuditExportDocument,
      { filter: { actor: 'somebody', from }, format: 'NDJSON' },
      'admin1',
    );
    const answer = await rest(app, 'GET', pathOf(data?.prepareAuditExport.url), { as: null });
    expect(answer.text.trim().split('\n')).toHaveLength(1201);
  });

  test('is for admins alone', async () => {
    const { errors } = await app.ask(PrepareAuditExportDocument, { format: 'CSV' }, 'operations1');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
