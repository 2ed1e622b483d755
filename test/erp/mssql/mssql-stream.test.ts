import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ErpRow, ErpStatementError, MAX_BATCH_ROWS } from '../../../src/erp/erp.js';
import { MssqlErp } from '../../../src/erp/mssql/mssql-erp.js';
import { serverOf } from '../../support/tds-server/erp-server.js';
import { noFaults } from '../../support/tds-server/faults.js';
import { type ResultSet, SqlError } from '../../support/tds-server/sql-types.js';
import { TdsServer } from '../../support/tds-server/tds-server.js';
import { until } from '../../support/until.js';

const ROWS = 20_000;
const FILLING = 'x'.repeat(2_000);
/** What sockets, and who reads them, may hold between the two: far less than there is. */
const HELD_AT_MOST = ROWS / 2;
const QUERY = { sql: 'select n, filling from many', parameters: [] };
const never = new AbortController().signal;

let server: TdsServer;
let erp: MssqlErp;
/** How many rows the server has been asked for. */
let taken: number;
beforeEach(async () => {
  taken = 0;
  server = await TdsServer.start(({ sql }) => {
    if (sql.includes('nowhere')) throw new SqlError(208, "Invalid object name 'nowhere'.");
    return many();
  });
  erp = new MssqlErp(serverOf(server), 60_000);
});
afterEach(async () => {
  await erp.close();
  await until(() => server.open === 0);
  await server.stop();
  expect(server.failures).toEqual([]);
});

function many(): ResultSet {
  function* rows() {
    for (let n = 0; n < ROWS; n += 1) {
      taken = n + 1;
      yield [String(n), FILLING];
    }
  }
  const columns = [
    { name: 'n', type: { name: 'int' } as const },
    { name: 'filling', type: { name: 'nvarchar', length: 2000 } as const },
  ];
  return { columns, rows: rows() };
}

/** The one connection is free again and answers. */
async function expectGivenBack(): Promise<void> {
  await until(() => server.running === 0 && erp.poolState()?.idle === erp.poolState()?.open);
  server.faults = noFaults();
  for await (const [row] of erp.stream(QUERY, never)) {
    expect(row?.['n']).toBe('0');
    break;
  }
  expect(erp.poolState()).toMatchObject({ open: 1, waiting: 0 });
}

/** Resolves once the server has sent all that anybody takes. */
async function untilHeldUp(): Promise<void> {
  let [before, times] = [-1, 0];
  await until(() => {
    times = taken === before ? times + 1 : 0;
    before = taken;
    return times === 10;
  });
}

test('whoever stops reading holds up the server, and who goes on gets every row', async () => {
  let next = 0;
  for await (const batch of erp.stream(QUERY, never)) {
    if (next === 0) {
      await untilHeldUp();
      expect(taken).toBeLessThan(HELD_AT_MOST);
      expect(server.running).toBe(1);
    }
    expect(batch.length).toBeLessThanOrEqual(MAX_BATCH_ROWS);
    for (const row of batch) {
      if (row['n'] !== String(next)) throw new Error(`row ${next} came as ${row['n']}`);
      next += 1;
    }
  }
  expect(next).toBe(ROWS);
  expect(server.attentions).toBe(0);
  await expectGivenBack();
});

test('whoever leaves early has the server give up, and gives the connection back', async () => {
  for await (const batch of erp.stream(QUERY, never)) {
    if (batch.some((row) => row['n'] === '500')) break;
  }
  await until(() => server.attentions === 1 && server.running === 0);
  expect(taken).toBeLessThan(ROWS);
  const logins = server.logins.length;
  await expectGivenBack();
  expect(server.logins).toHaveLength(logins);
});

test('a line that breaks ends it with an error after the rows that came', async () => {
  server.faults.dropAfterRows = 700;
  const came: ErpRow[] = [];
  const reading = (async () => {
    for await (const batch of erp.stream(QUERY, never)) {
      // Whoever is slow gets what came before the line broke, all the same.
      if (came.length === 0) await until(() => server.open === 0);
      came.push(...batch);
    }
  })();
  await expect(reading).rejects.toThrow();
  expect(came.length).toBeGreaterThan(3);
  expect(came.map((row) => row['n'])).toEqual(came.map((_, n) => String(n)));
  await expectGivenBack();
});

test('a signal ends it at once, whether rows come or not', async () => {
  for (const hang of [false, true]) {
    const caller = new AbortController();
    let row = -1;
    server.faults.beforeRow = (n) => {
      row = n;
      return hang && n === 3 ? new Promise(() => {}) : undefined;
    };
    const reading = (async () => {
      for await (const batch of erp.stream(QUERY, caller.signal)) {
        if (!hang && batch) caller.abort(new Error('gone'));
      }
    })();
    reading.catch(() => {});
    if (hang) await until(() => row === 3).then(() => caller.abort(new Error('gone')));
    await expect(reading).rejects.toThrow('gone');
    await expectGivenBack();
  }
});

test('a signal that fires while there is no connection yet asks the server nothing', async () => {
  const held = erp.stream(QUERY, never)[Symbol.asyncIterator]();
  await held.next();
  const caller = new AbortController();
  const waiting = erp.stream(QUERY, caller.signal)[Symbol.asyncIterator]();
  const first = waiting.next();
  first.catch(() => {});
  await until(() => erp.poolState()?.waiting === 1);
  caller.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await held.return?.();
  await until(() => server.running === 0);
  expect(server.statements).toHaveLength(1);
  await expectGivenBack();
});

test('a query that the server refuses is told as such', async () => {
  const rows = erp.stream({ sql: 'select * from nowhere', parameters: [] }, never);
  await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow(ErpStatementError);
  expect(server.attentions).toBe(0);
  await expectGivenBack();
});
