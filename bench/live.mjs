// Measures watching the inventory: node bench/live.mjs
// Two services on the same databases, in processes of their own, and on each of them 500 watchers of the same ten questions,
// while rows change all the time. Counts what the ERP is asked, and then kills one service and measures when the watchers of
// the other are told of the next change. Needs a build (npm run build). WATCHERS and INTERVAL (seconds) change the numbers.
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import globalSetup from '../test/support/global-setup.mjs';
import { startService } from './processes.mjs';

const QUESTIONS = 10;
const WATCHERS = Number(process.env.WATCHERS ?? 1_000);
const INTERVAL_S = Number(process.env.INTERVAL ?? 4);
const INTERVALS = 8;
/** A login may watch the inventory 20 times. */
const PER_LOGIN = 20;
const SUBSCRIPTION = `subscription ($filter: InventoryFilter) {
  inventoryChanged(filter: $filter) { asOf changes { ... on InventoryItemChanged { item { id quantityOnHand } } } }
}`;

const say = (text) => process.stdout.write(`${text}\n`);
const teardown = await globalSetup();
const { databaseUrl, erpSettings, newDatabase, TEMPLATES } = await import(
  '../test/support/postgres-server.mjs'
);

/** Creates logins who all see the same customer, and signs them in. */
async function logIn(service, count) {
  const tokens = [];
  for (let number = 0; number < count; number += 1) {
    const username = `bench-${randomBytes(4).toString('hex')}`;
    const password = `quiet heron ${randomBytes(9).toString('hex')}`;
    const input = {
      username,
      email: `${username}@bench.example`,
      password,
      erpCustomerNames: ['Acme Beverages'],
    };
    await service.ask(
      'mutation ($input: CreatePortalUserInput!) { createPortalUser(input: $input) { portalUser { id } } }',
      service.token,
      { input: { ...input, role: 'CUSTOMER' } },
    );
    const { login } = await service.ask(
      'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
      null,
      { input: { login: username, password } },
    );
    tokens.push(login.accessToken);
  }
  return tokens;
}

/** Opens watchers on a service, each of one of the questions. `told` is called with the quantity of the row that moves. */
async function watchFrom(service, count, told) {
  const tokens = await logIn(service, Math.ceil(count / PER_LOGIN));
  let begun = 0;
  for (let number = 0; number < count; number += 1) {
    const token = tokens[Math.floor(number / PER_LOGIN)];
    if (number % PER_LOGIN === 0) {
      watchFrom.client = createClient({
        url: `${service.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
    }
    const filter = { partNumber: { in: ['BENCH', `NONE-${number % QUESTIONS}`] } };
    watchFrom.client.subscribe(
      { query: SUBSCRIPTION, variables: { filter } },
      {
        next: ({ data, errors }) => {
          if (errors) throw new Error(JSON.stringify(errors));
          begun += data.inventoryChanged.changes.length === 0 ? 1 : 0;
          for (const { item } of data.inventoryChanged.changes) told(number, Number(item.quantityOnHand));
        },
        error: () => {},
        complete: () => {},
      },
    );
  }
  while (begun < count) await setTimeout(50);
}

/** How many queries the inventory has cost the ERP. */
async function askedBy({ url }) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = [...text.matchAll(/^portico_erp_query_seconds_count\{.*\} (\d+)$/gm)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

const database = await newDatabase(TEMPLATES.database);
const erp = await newDatabase(TEMPLATES.erp);
const settings = {
  DATABASE_URL: database.url,
  ...erpSettings(erp.name),
  SECRET_KEY: randomBytes(48).toString('base64'),
  LIVE_INTERVAL_SECONDS: String(INTERVAL_S),
  RATE_LIMIT_PER_USER: '100000',
  RATE_LIMIT_PER_ADDRESS: '100000',
  RATE_LIMIT_PUBLIC_MUTATIONS: '100000',
  LOGIN_ATTEMPTS_PER_ADDRESS: '10000',
};
const services = [await startService(settings), await startService(settings)];
const client = new pg.Client({ connectionString: databaseUrl(erp.name) });
await client.connect();
await client.query(
  `insert into erp.stock (stock_no, owner_name, item_code, whse, uom, qty_on_hand, qty_allocated)
   values (9900001, 'Acme Beverages', 'BENCH', 'SYD1', 'EA', 1, 0)`,
);
let quantity = 1;
const move = () => {
  quantity += 1;
  return client.query('update erp.stock set qty_on_hand = $1 where stock_no = 9900001', [quantity]);
};
const latest = services.map(() => new Map());
const ended = [false, false];
try {
  const half = WATCHERS / services.length;
  for (const [index, service] of services.entries()) {
    await watchFrom(service, half, (number, moved) => latest[index].set(number, moved));
  }
  const usages = services.map((service) => service.watch());
  const before = await Promise.all(services.map(askedBy));
  for (let round = 0; round < INTERVALS * INTERVAL_S; round += 1) {
    await move();
    await setTimeout(1_000);
  }
  const after = await Promise.all(services.map(askedBy));
  const asked = after.reduce((sum, count, index) => sum + count - before[index], 0);
  const used = usages.map((usage) => usage.end());
  say(
    `${WATCHERS} watchers of ${QUESTIONS} questions on two instances: ${(asked / INTERVALS).toFixed(1)} ERP queries ` +
      `in each interval of ${INTERVAL_S} s`,
  );
  for (const [index, { cpuSeconds, growth }] of used.entries()) {
    const share = (cpuSeconds / (INTERVALS * INTERVAL_S)) * 100;
    say(`  instance ${index + 1}: ${share.toFixed(1)} % of a core, +${Math.round(growth / 1_048_576)} MB`);
  }
  await services[0].end('SIGKILL');
  ended[0] = true;
  await move();
  const killed = performance.now();
  while ([...latest[1].values()].filter((moved) => moved === quantity).length < half) await setTimeout(20);
  const seconds = (performance.now() - killed) / 1_000;
  say(
    `One was killed: all ${half} watchers of the other knew of the next change after ${seconds.toFixed(1)} s ` +
      `(${(seconds / INTERVAL_S).toFixed(1)} intervals)`,
  );
  say(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  for (const [index, service] of services.entries()) if (!ended[index]) await service.end('SIGKILL');
  await client.end();
  await database.drop();
  await erp.drop();
  await teardown();
}
process.exit(0);
