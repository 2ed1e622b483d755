// Measures an inventory page at the start and deep in a million rows: node bench/deep-pages.mjs postgres://…/postgres
// Creates a database on the server, and drops it at the end. Needs a build (npm run build). ROWS changes the number of
// rows.
import 'reflect-metadata';
import pg from 'pg';
import { pino } from 'pino';
import { startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { scratchFolder } from './scratch.mjs';

const ROWS = Number(process.env.ROWS ?? 1_000_000);
const PAGE = 50;
const SAMPLES = 30;
const NAME = 'portico_bench_erp';
const ORDERS = {
  'default (customer, part)': [],
  'part number, descending': [{ field: 'PART_NUMBER', direction: 'DESC' }],
  'expiry (null for a third)': [{ field: 'EXPIRES_ON', direction: 'ASC' }],
  'available (no index)': [{ field: 'QUANTITY_AVAILABLE', direction: 'DESC' }],
};

const server = new URL(process.argv[2] ?? 'postgres://postgres@127.0.0.1:5432/postgres');

async function on(database, work) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fill(client) {
  await client.query(`
    create schema erp;
    create table erp.stock (
      stock_no int primary key, owner_name text not null, item_code text not null, item_text text, whse text not null,
      bin_code text, lot_no text, hold_code text, uom text not null, qty_on_hand decimal(38, 10) not null,
      qty_allocated decimal(38, 10) not null, received_date date, expiry_date date, last_move_utc timestamp(3));
    insert into erp.stock
    select n, 'Customer ' || n % 20, 'PART-' || lpad((n::bigint * 7919 % 50000)::text, 6, '0'), 'Description of ' || n, 'SYD' || n % 3,
           'A-' || n % 90, 'L' || n % 5000, 'AVAILABLE', 'EA', (n * 31 % 10007) / 7.0, n % 5, date '2026-01-01' + n % 300,
           case when n % 3 > 0 then date '2026-06-01' + n % 900 end, timestamp '2026-01-01' + n % 9000 * interval '1 minute'
    from generate_series(1, ${ROWS}) n;
    create index on erp.stock (owner_name, item_code, stock_no);
    create index on erp.stock (item_code, stock_no);
    create index on erp.stock (expiry_date, stock_no);
    analyze erp.stock;`);
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

await on('postgres', (client) => client.query(`drop database if exists ${NAME} with (force)`));
await on('postgres', (client) => client.query(`create database ${NAME}`));
await on(NAME, fill);
const config = parseConfig({
  DATA_DIR: scratchFolder(),
  PORT: '0',
  SECRET_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('base64'),
  ERP_KIND: 'postgres',
  ERP_HOST: server.hostname,
  ERP_PORT: server.port || '5432',
  ERP_DATABASE: NAME,
  ERP_USER: decodeURIComponent(server.username),
  ERP_PASSWORD: decodeURIComponent(server.password) || 'none',
  ERP_ENCRYPT: 'false',
  RATE_LIMIT_PER_ADDRESS: '1000000',
  RATE_LIMIT_PER_USER: '1000000',
});
const app = await startApp(config, { logger: pino({ level: 'silent' }) });

async function ask(query, variables, token) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

const QUERY = `query ($first: Int, $after: String, $orderBy: [InventoryOrder!], $filter: InventoryFilter) {
  inventory(first: $first, after: $after, orderBy: $orderBy, filter: $filter) { nodes { id partNumber quantityAvailable } pageInfo { endCursor } } }`;

try {
  const { login } = await ask(
    'mutation { login(input: { login: "admin1", password: "password123" }) { accessToken } }',
  );
  for (const [scope, filter, depth] of [
    [`all ${ROWS} rows`, {}, ROWS / 2],
    [`one customer of ${ROWS / 20} rows`, { erpCustomerNames: ['Customer 7'] }, ROWS / 40],
  ]) {
    for (const [name, orderBy] of Object.entries(ORDERS)) {
      const page = async (after, first = PAGE) =>
        (await ask(QUERY, { first, after, orderBy, filter }, login.accessToken)).inventory.pageInfo.endCursor;
      const time = async (after) => {
        const times = [];
        for (let sample = 0; sample < SAMPLES; sample += 1) {
          const started = performance.now();
          await page(after);
          times.push(performance.now() - started);
        }
        return median(times).toFixed(1).padStart(7);
      };
      const first = await time(null);
      let cursor = null;
      for (let row = 0; row < Math.min(depth, 50_000); row += 500) cursor = await page(cursor, 500);
      const line = `${scope.padEnd(32)} ${name.padEnd(28)} first ${first} ms   row 50,000 at most ${await time(cursor)} ms`;
      process.stdout.write(`${line}\n`);
    }
  }
} finally {
  await app.stop();
  await on('postgres', (client) => client.query(`drop database ${NAME} with (force)`));
}
