// Measures long streams from the ERP: node bench/erp-stream.mjs postgres://…/postgres
// Streams 200,000 rows of 15 columns from the test TDS server, which runs in a process of its own, and from PostgreSQL,
// in which it creates a database and drops it at the end; then again with a consumer that stops for a while. Needs a
// build (npm run build). ROWS changes the number of rows, STOP_SECONDS how long the consumer stops.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { rolldown } from 'rolldown';
import { MssqlErp } from '../dist/src/erp/mssql/mssql-erp.js';
import { PostgresErp } from '../dist/src/erp/postgres/postgres-erp.js';
import { scratchFolder } from './scratch.mjs';

const ROWS = Number(process.env.ROWS ?? 200_000);
const STOP_MS = Number(process.env.STOP_SECONDS ?? 20) * 1_000;
const NAME = 'portico_bench_stream';
const COLUMNS =
  'customer_name part_number description warehouse bin lot status unit row_id quantity_on_hand quantity_allocated quantity_available received_on expires_on last_moved_at'.split(
    ' ',
  );
const PLAIN = { instance: undefined, encrypt: false, trustServerCertificate: false, readOnlyIntent: true };
const signal = new AbortController().signal;

const sockets = [];
const { connect } = Socket.prototype;
Socket.prototype.connect = function noted(...target) {
  sockets.push(this);
  return connect.apply(this, target);
};
/** What all connections to servers have read so far. */
const bytesRead = () => sockets.reduce((sum, socket) => sum + socket.bytesRead, 0);

const rowOf = (n) => [
  `Customer ${n % 20}`,
  `PART-${String((n * 7919) % 50_000).padStart(6, '0')}`,
  `Description of ${n}`,
  `SYD${n % 3}`,
  `A-${n % 90}`,
  `L${n % 5000}`,
  'AVAILABLE',
  'EA',
  String(n),
  `${n % 1000}.0000000000`,
  `${n % 5}.0000000000`,
  `${(n % 1000) - (n % 5)}.0000000000`,
  '2026-01-02',
  n % 3 ? '2026-06-01' : null,
  '2026-01-02 03:04:05.678',
];

/** The process that serves TDS says its port and its login. */
async function serveTds() {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../test/support/tds-server/tds-server.ts', import.meta.url)),
    platform: 'node',
  });
  const file = `${scratchFolder()}.mjs`;
  await bundle.write({ file });
  const { TdsServer, LOGIN } = await import(file);
  const columns = COLUMNS.map((name) => ({ name, type: { name: 'nvarchar', length: 100 } }));
  function* rows() {
    for (let n = 0; n < ROWS; n += 1) yield rowOf(n);
  }
  const server = await TdsServer.start(() => ({ columns, rows: rows() }));
  process.send({ port: server.port, login: LOGIN });
}

async function openTds() {
  const child = fork(fileURLToPath(import.meta.url), ['serve']);
  const [{ port, login }] = await once(child, 'message');
  return {
    erp: new MssqlErp({ ...PLAIN, ...login, kind: 'mssql', host: '127.0.0.1', port, poolMax: 1 }, 15_000),
    sql: 'select * from stock',
    close: () => child.kill(),
  };
}

async function openPostgres() {
  const server = new URL(process.argv[2] ?? 'postgres://postgres@127.0.0.1:5432/postgres');
  const on = async (database, ...statements) => {
    const client = new pg.Client({
      connectionString: Object.assign(new URL(server), { pathname: database }).href,
    });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const drop = `drop database if exists ${NAME} with (force)`;
  await on('postgres', drop, `create database ${NAME}`);
  const literal = (value) => (value === null ? 'null' : `'${value}'`);
  await on(
    NAME,
    `create table stock (n int primary key, ${COLUMNS.map((name) => `${name} text`).join(', ')})`,
  );
  for (let from = 0; from < ROWS; from += 5_000) {
    const values = Array.from({ length: Math.min(5_000, ROWS - from) }, (_, index) => {
      const n = from + index;
      return `(${n}, ${rowOf(n).map(literal).join(', ')})`;
    });
    await on(NAME, `insert into stock values ${values.join(', ')}`);
  }
  await on(NAME, 'analyze stock');
  return {
    erp: PostgresErp.onServer(
      {
        ...PLAIN,
        kind: 'postgres',
        host: server.hostname,
        port: Number(server.port || 5432),
        database: NAME,
        user: decodeURIComponent(server.username),
        password: decodeURIComponent(server.password) || 'none',
        poolMax: 1,
      },
      15_000,
    ),
    sql: `select ${COLUMNS.join(', ')} from stock order by n`,
    close: () => on('postgres', drop),
  };
}

/** Counts the rows of a stream. Calls `stop` once, after the first of them. */
async function count({ erp, sql }, stop = () => {}) {
  let rows = 0;
  for await (const batch of erp.stream({ sql, parameters: [] }, signal)) {
    if (rows === 0) await stop();
    rows += batch.length;
  }
  if (rows !== ROWS) throw new Error(`${rows} rows came of ${ROWS}`);
}

async function measure(name, target) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  await count(target);
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await count(target);
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  const cpuSeconds = (user + system) / 1_000_000;
  const bytesBefore = bytesRead();
  let bytesStopped = 0;
  await count(target, async () => {
    await setTimeout(STOP_MS);
    bytesStopped = bytesRead() - bytesBefore;
  });
  const pulled = Math.round((ROWS * bytesStopped) / (bytesRead() - bytesBefore));
  const perCpuSecond = Math.round(ROWS / cpuSeconds);
  process.stdout.write(
    `${name.padEnd(11)} ${Math.round(ROWS / seconds)} rows/s, ${cpuSeconds.toFixed(2)} s of CPU, ${perCpuSecond} rows per CPU second, ` +
      `peak memory +${Math.round((peak - before) / 1_048_576)} MB, ` +
      `${pulled} rows read while the consumer stops for ${STOP_MS / 1_000} s\n`,
  );
}

async function run() {
  for (const [name, open] of Object.entries({ 'SQL Server': openTds, PostgreSQL: openPostgres })) {
    const target = await open();
    try {
      await measure(name, target);
    } finally {
      await target.erp.close();
      await target.close();
    }
  }
}

await (process.argv[2] === 'serve' ? serveTds() : run());
