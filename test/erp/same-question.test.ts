import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { InventoryDocument } from '../../schema/operations.generated.js';
import { ErpProxy } from '../support/erp-proxy.js';
import { expectedIds, SCOPES, TRUTH } from '../support/inventory-oracle.js';
import { isIdle, scrape } from '../support/scrape.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';
import { TdsErp } from '../support/tds-erp.js';
import { until } from '../support/until.js';

/** How many ask for the same at once; more on the command line. */
const CROWD = Number(process.env['PORTICO_TEST_CROWD'] ?? 100);
/** The demo ERP on either kind of server. */
const SERVERS: [name: string, start: () => Promise<ErpProxy | TdsErp>][] = [
  ['PostgreSQL', () => ErpProxy.start()],
  ['SQL Server', () => TdsErp.start()],
];

describe.each(SERVERS)('over %s', (_name, start) => {
  let proxy: ErpProxy | TdsErp;
  let app: TestApp;
  beforeAll(async () => {
    proxy = await start();
    // A busy machine, on which hundreds of requests take their time, is not to be taken for a slow ERP.
    app = await startTestApp({
      ...proxy.settings,
      ERP_POOL_MAX: '6',
      ERP_QUERY_TIMEOUT_MS: '120000',
      HTTP_IDLE_TIMEOUT_MS: '180000',
    });
  });
  beforeEach(() => {
    proxy.questions.length = 0;
  });
  afterAll(async () => {
    await app.stop();
    await proxy.close();
  });

  const shared = () => scrape(app, 'portico_erp_shared_total');
  const ended = (outcome: string) => scrape(app, 'portico_erp_query_seconds_count', { outcome });

  /** Asks as somebody who can hang up. */
  async function askAs(user: DemoUser, first: number) {
    const caller = new AbortController();
    const token = await app.tokenOf(user);
    const answer = fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: print(InventoryDocument), variables: { first } }),
      signal: caller.signal,
    }).then((response) => response.json() as Promise<{ data: { inventory: { nodes: unknown[] } } }>);
    answer.catch(() => {});
    return { answer, hangUp: () => caller.abort() };
  }

  /** More logins that see exactly what customer1 sees. */
  async function twinsOfCustomer1(count: number): Promise<string[]> {
    await app.database(
      `insert into portal_user (username, username_key, email, email_key, role_id, password_hash)
       select 'twin' || n, 'twin' || n, 'twin' || n || '@demo.example', 'twin' || n || '@demo.example', 2, password_hash
       from portal_user, generate_series(1, ${count}) n where username = 'customer1'`,
    );
    await app.database(
      `insert into portal_user_erp_customer (user_id, erp_customer_name)
       select twin.id, c.erp_customer_name
       from portal_user twin, portal_user one join portal_user_erp_customer c on c.user_id = one.id
       where twin.username like 'twin%' and one.username = 'customer1'`,
    );
    return Array.from({ length: count }, (_, index) => `twin${index + 1}`);
  }

  test(`${CROWD} viewers of one scope are one query, and nobody else gets its rows`, async () => {
    const tokens = await Promise.all(
      ['customer1', ...(await twinsOfCustomer1(4))].map((user) => app.tokenOf(user)),
    );
    const others: DemoUser[] = ['customer2', 'admin1', 'warehouse1'];
    await Promise.all(others.map((user) => app.tokenOf(user)));
    const before = await shared();
    proxy.hold();
    const viewers = Array.from({ length: CROWD }, (_, index) =>
      app.ask(InventoryDocument, { first: 20 }, { token: tokens[index % tokens.length] ?? '' }),
    );
    const strangers = others.flatMap((user) =>
      Array.from({ length: 10 }, async () => ({
        user,
        answer: await app.ask(InventoryDocument, { first: 20 }, user),
      })),
    );
    // customer2 has a scope of its own; an administrator and a warehouse see the same, everything.
    await until(async () => (await shared()) - before === CROWD - 1 + 9 + 19);
    // The last of them may still be on its way along the line.
    await until(() => proxy.questions.length >= 3);
    expect(proxy.questions).toHaveLength(3);
    proxy.release();

    const own = expectedIds('customer1', {});
    for (const { data, errors } of await Promise.all(viewers)) {
      expect(errors).toEqual([]);
      expect(data?.inventory.nodes).toHaveLength(20);
      expect(data?.inventory.nodes.every(({ id }) => own.has(id))).toBe(true);
    }
    for (const { user, answer } of await Promise.all(strangers)) {
      expect(answer.data?.inventory.nodes).toHaveLength(20);
      const owners = (answer.data?.inventory.nodes ?? []).map(({ id }) => TRUTH.get(id)?.ownerName ?? '');
      const scope = SCOPES[user];
      if (scope) expect(owners.every((name) => scope.includes(name))).toBe(true);
    }
    expect(proxy.questions).toHaveLength(3);
    await until(() => isIdle(app));
  });

  test('whoever asked first and hangs up takes the answer from nobody', async () => {
    const [joined, cancelled] = [await shared(), await ended('cancelled')];
    proxy.hold();
    const first = await askAs('customer1', 3);
    await until(() => proxy.questions.length === 1);
    const second = await askAs('customer1', 3);
    await until(async () => (await shared()) === joined + 1);
    const gone = await scrape(app, 'portico_http_requests_total', { status: '499' });
    first.hangUp();
    await until(
      async () => (await scrape(app, 'portico_http_requests_total', { status: '499' })) === gone + 1,
    );
    proxy.release();
    expect((await second.answer).data.inventory.nodes).toHaveLength(3);
    expect(proxy.questions).toHaveLength(1);
    expect(await ended('cancelled')).toBe(cancelled);
  });

  test('a query ends when the last who waits for it hangs up, and the question can be asked anew', async () => {
    const [joined, cancelled] = [await shared(), await ended('cancelled')];
    proxy.hold();
    const first = await askAs('customer1', 4);
    await until(() => proxy.questions.length === 1);
    const second = await askAs('customer1', 4);
    await until(async () => (await shared()) === joined + 1);
    first.hangUp();
    second.hangUp();
    await until(async () => (await ended('cancelled')) === cancelled + 1);
    proxy.release();
    const { data } = await app.ask(InventoryDocument, { first: 4 }, 'customer1');
    expect(data?.inventory.nodes).toHaveLength(4);
    expect(proxy.questions).toHaveLength(2);
    await until(() => isIdle(app));
  });
});
