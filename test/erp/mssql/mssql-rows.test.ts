import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type sql from 'mssql';
import { expect, test } from 'vitest';
import { batchesOf } from '../../../src/erp/mssql/mssql-rows.js';

/** A request whose rows arrive when the test says so. */
class ManualRequest extends EventEmitter {
  readonly query = () => Promise.resolve();
  readonly pause = () => {};
  readonly resume = () => {};
  readonly cancel = () => {};
}

test('a caller who is faster than the rows gets them all', async () => {
  const request = new ManualRequest();
  const { signal } = new AbortController();
  const batches = batchesOf(request as unknown as sql.Request, '', { signal, freed: () => {} });
  const numbersOf = async (next: ReturnType<typeof batches.next>) =>
    ((await next).value ?? []).map((row) => row['n']);

  const first = numbersOf(batches.next());
  request.emit('row', { n: '1' });
  expect(await first).toEqual(['1']);
  // This row is taken before the event loop comes to what its arrival has scheduled.
  request.emit('row', { n: '2' });
  expect(await numbersOf(batches.next())).toEqual(['2']);
  const third = numbersOf(batches.next());
  await setImmediate();
  request.emit('row', { n: '3' });
  expect(await third).toEqual(['3']);
  const end = batches.next();
  request.emit('done');
  expect(await end).toMatchObject({ done: true });
});
