import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Erp, ErpRow } from '../../../src/erp/erp.js';
import { until } from '../../support/until.js';
import { isIdle, never, type Stage } from './stage.js';
import type { Target } from './target.js';
import { DEMO_ROWS } from './truth.js';

const IDS = { sql: 'select stock_no from erp.stock', parameters: [] };
const ALL_IDS = DEMO_ROWS.map(({ stockNo }) => String(stockNo)).sort();
/** Each row three times, because a stream has to be of more rows than an adapter reads at a time. */
const THRICE = 'from erp.stock cross join (select 1 as n union all select 2 union all select 3) as copies';
const LONG = { sql: `select stock_no ${THRICE}`, parameters: [] };
const LONG_IDS = ALL_IDS.flatMap((id) => [id, id, id]);

/** A read ends when it should, and leaves no connection behind. */
export function readsSuite({ can }: Target, on: () => Stage): void {
  let erp: Erp;
  beforeEach(() => {
    erp = on().adapter(1);
  });
  afterEach(async () => {
    await until(() => isIdle(erp));
    expect(await all(erp)).toEqual(ALL_IDS);
    await erp.close();
  });

  describe('a read that is given up', () => {
    const given = () => {
      const caller = new AbortController();
      const read = erp.read({ sql: on().slow, parameters: [] }, caller.signal);
      return { caller, read, refused: expect(read).rejects.toThrow('gave up') };
    };
    const isAsking = () => !isIdle(erp);

    test('before it began does not begin', async () => {
      await expect(erp.read(IDS, AbortSignal.abort(new Error('gave up')))).rejects.toThrow('gave up');
    });

    test('by its deadline ends', async () => {
      const late = erp.read({ sql: on().slow, parameters: [] }, AbortSignal.timeout(100));
      await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    test('ends at once, while it is asked and while it waits', async () => {
      const { running, session } = on();
      const before = session && (await erp.read({ sql: session, parameters: [] }, never));
      const [asked, waiting] = [given(), given()];
      await until(isAsking);
      if (running) await until(async () => (await running()) > 0);
      waiting.caller.abort(new Error('gave up'));
      await waiting.refused;
      asked.caller.abort(new Error('gave up'));
      await asked.refused;
      if (running && can.giveUp) await until(async () => (await running()) === 0);
      // The connection that was asked serves again, and a server does one thing after the other.
      if (session) expect(await erp.read({ sql: session, parameters: [] }, never)).toEqual(before);
    });
  });

  describe('a stream', () => {
    test('gives every row once, two of them at a time too', async () => {
      const both = await Promise.all([streamed(erp), streamed(erp)]);
      expect(both.map((rows) => rows.map((row) => row['stock_no']).sort())).toEqual([LONG_IDS, LONG_IDS]);
    });

    test('that nobody reads to its end leaves nothing behind', async () => {
      for (let time = 0; time < 5; time += 1) {
        for await (const batch of erp.stream(LONG, never)) {
          if (batch) break;
        }
        await until(() => isIdle(erp));
      }
    });

    test('breaks visibly where the caller gives up', async () => {
      const caller = new AbortController();
      const reading = async () => {
        for await (const _batch of erp.stream(LONG, caller.signal)) caller.abort(new Error('gave up'));
      };
      await expect(reading()).rejects.toThrow('gave up');
    });

    test('gives its connection back where the caller gives up, even if nobody takes its rows', async () => {
      const caller = new AbortController();
      const rows = erp.stream(LONG, caller.signal);
      expect((await rows.next()).done).toBe(false);
      caller.abort(new Error('gave up'));
      await until(() => isIdle(erp));
      await expect(rows.next()).rejects.toThrow('gave up');
    });

    test('breaks visibly where the server fails', async () => {
      const sql = `select 1 / (stock_no - ${DEMO_ROWS.at(-1)?.stockNo}) as x ${THRICE}`;
      const reading = async () => {
        for await (const _batch of erp.stream({ sql, parameters: [] }, never));
      };
      await expect(reading()).rejects.toThrow(/zero/i);
    });
  });

  test('more reads than there are connections are answered one after the other', async () => {
    const reads = await Promise.all(Array.from({ length: 9 }, () => all(erp)));
    for (const ids of reads) expect(ids).toEqual(ALL_IDS);
  });
}

async function streamed(erp: Erp): Promise<ErpRow[]> {
  const rows: ErpRow[] = [];
  for await (const batch of erp.stream(LONG, never)) rows.push(...batch);
  return rows;
}

async function all(erp: Erp): Promise<(string | null | undefined)[]> {
  return (await erp.read(IDS, never)).map((row) => row['stock_no']).sort();
}
