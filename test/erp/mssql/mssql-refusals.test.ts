import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { InventoryDocument } from '../../../schema/operations.generated.js';
import { isIdle, scrape } from '../../support/scrape.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';
import { TdsErp } from '../../support/tds-erp.js';
import { SqlError } from '../../support/tds-server/sql-types.js';
import { LOGIN } from '../../support/tds-server/tds-server.js';
import { until } from '../../support/until.js';

const ASKED = 4;

let erp: TdsErp;
let app: TestApp;
beforeAll(async () => {
  erp = await TdsErp.start({ everyNth: 12 });
  app = await startTestApp({ ...erp.settings, ERP_STALE_MAX_SECONDS: '0' });
});
beforeEach(() => {
  erp.questions.length = 0;
});
afterAll(async () => {
  await app.stop();
  await erp.close();
});

/** So many questions, one after the other or at once, of which no two are the same. */
async function askMany(of: TestApp, atOnce: boolean): Promise<void> {
  const ask = async (first: number) => {
    const { data, errors, text } = await of.ask(InventoryDocument, { first }, 'customer1');
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['ERP_UNAVAILABLE']]);
    expect(text).not.toMatch(/login|permission|onDenied|stock|portico_reader/i);
  };
  const sizes = Array.from({ length: ASKED }, (_, index) => index + 1);
  if (atOnce) await Promise.all(sizes.map(ask));
  else for (const first of sizes) await ask(first);
}

const REFUSED = 'the ERP refuses the login';
const DENIED = 'the ERP accepts the login, but does not let it read what the mapping reads';
const loud = ({ log }: TestApp, what: string) => log.filter((entry) => JSON.parse(entry).msg === what);

test.each([false, true])(
  'SELECT denied (229) is asked once, with one loud line; at once: %p',
  async (atOnce) => {
    const one = await app.sibling();
    erp.failAlways(
      new SqlError(
        229,
        "The SELECT permission was denied on the object 'stock', database 'demo_erp'.",
        14,
        5,
      ),
    );
    await askMany(one, atOnce);
    expect(erp.questions).toHaveLength(ASKED);
    expect(await scrape(one, 'portico_erp_retries_total')).toBe(0);
    expect(loud(one, DENIED)).toHaveLength(1);
    expect(JSON.parse(loud(one, DENIED)[0] ?? '')).toMatchObject({ level: 50 });

    // The ERP itself is well, and is asked again as soon as it lets us.
    expect(await scrape(one, 'portico_erp_circuit', { state: 'closed' })).toBe(1);
    erp.failNext();
    expect((await one.ask(InventoryDocument, { first: 1 }, 'customer1')).errors).toEqual([]);
    await until(() => isIdle(one));
    await one.stop();
  },
);

test.each([
  ['a wrong password', { ERP_PASSWORD: 'not-the-password' }],
  ['an unknown user', { ERP_USER: 'nobody' }],
])(
  'a login that is refused (18456) for %s is tried once each time, with one loud line',
  async (_why, wrong) => {
    const one = await app.sibling(wrong);
    erp.server.clear();
    await askMany(one, false);
    expect(erp.server.logins.length).toBeGreaterThan(0);
    // Once more for each question would be four times as many.
    expect(erp.server.logins.length).toBeLessThanOrEqual(ASKED);
    await askMany(one, true);
    expect(erp.questions).toEqual([]);
    expect(await scrape(one, 'portico_erp_retries_total')).toBe(0);
    expect(loud(one, REFUSED)).toHaveLength(1);
    expect(JSON.parse(loud(one, REFUSED)[0] ?? '')).toMatchObject({ level: 50 });
    expect(one.log.join()).not.toMatch(/not-the-password/);
    expect(one.log.join()).not.toContain(LOGIN.password);

    const ready = (await (await fetch(`${one.url}/readyz`)).json()) as unknown;
    expect(ready).toMatchObject({ status: 'degraded', dependencies: { erp: 'down' } });
    await until(() => isIdle(one));
    await one.stop();
  },
);

test("one fault's line once a minute hides no other fault", async () => {
  const one = await app.sibling();
  erp.server.cut();
  const said = [];
  for (const [number, state] of [
    [18456, 8],
    [17892, 1],
    [18456, 8],
    [4060, 1],
  ] as const) {
    erp.server.faults.loginErrors = [new SqlError(number, 'No.', 14, state)];
    await one.ask(InventoryDocument, { first: 1 }, 'customer1');
    expect(erp.server.faults.loginErrors).toEqual([]);
    said.push(...one.log.splice(0).map((line) => JSON.parse(line)));
  }
  expect(said.filter(({ level }) => level === 50).map(({ msg }) => msg)).toEqual([
    'ERP_PASSWORD is wrong',
    'a logon trigger of the ERP refuses the login',
    expect.stringMatching(/^the ERP does not open the database: ERP_DATABASE is wrong/),
  ]);
  await one.stop();
});

test('a refused query is logged with the column that it lacks, also behind a view, and each of two', async () => {
  const one = await app.sibling();
  const lacking = (column: string) => {
    const binding = new SqlError(4413, "Could not use view or function 'v' because of binding errors.");
    binding.preceding = [new SqlError(207, `Invalid column name '${column}'.`)];
    return binding;
  };
  erp.failNext(lacking('bin_code'), lacking('lot_no'));
  await one.ask(InventoryDocument, { first: 1 }, 'customer1');
  await one.ask(InventoryDocument, { first: 2 }, 'customer1');
  const loud = one.log.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
  expect(loud.map(({ err }) => err.message)).toEqual([
    expect.stringContaining("Invalid column name 'bin_code'. Could not use view"),
    expect.stringContaining("Invalid column name 'lot_no'."),
  ]);
  await until(() => isIdle(one));
  await one.stop();
});
