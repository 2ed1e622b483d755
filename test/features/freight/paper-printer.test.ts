import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PaperPrinter } from '../../../src/features/freight/paper/paper-printer.js';
import { type PaperJob, PaperThread } from '../../../src/features/freight/paper/paper-thread.js';
import { CONNOTE, PAINT } from '../../support/paper.js';

const LABELS = { name: 'label', connote: CONNOTE } as const;
const REFUSED = { code: 'RATE_LIMITED', extensions: { retryAfterSeconds: 5 } };

const printer = new PaperPrinter();
let threads = 0;
const onThread = () => {
  threads += 1;
};
beforeAll(() => request('first').result);
beforeEach(() => {
  threads = 0;
  process.on('worker', onThread);
});
afterEach(() => process.off('worker', onThread));
afterAll(() => printer.close());

/** A request for a paper, with what ends it and what became of it. */
function request(
  login: string,
  { from = printer, paper = LABELS }: { from?: PaperPrinter; paper?: PaperJob } = {},
) {
  const gone = new AbortController();
  const result = from.print({ ...paper, login, signal: gone.signal }).then(
    (bytes) => Buffer.from(bytes).toString('latin1', 0, 5),
    (error: unknown) => error,
  );
  return { result, hangUp: () => gone.abort(`${login} is gone`) };
}

test('a thousand labels leave the service time for others', async () => {
  const connote = { ...CONNOTE, items: [{ ...PAINT, quantity: 1_000 }] };
  const { result } = request('a', { paper: { name: 'label', connote } });
  let turns = 0;
  // One a millisecond: without a pause, they would take the processor from the thread that prints.
  const others = setInterval(() => {
    turns += 1;
  }, 1);
  expect(await result).toBe('%PDF-');
  clearInterval(others);
  expect(turns).toBeGreaterThan(100);
});

test('a login has two papers at a time, and others get theirs', async () => {
  const [first, second, third, other] = [request('a'), request('a'), request('a'), request('b')];
  expect(await third.result).toMatchObject(REFUSED);
  for (const { result } of [first, second, other]) expect(await result).toBe('%PDF-');
  expect(await request('a').result).toBe('%PDF-');
});

test('whoever hangs up loses the turn, waiting or not, and keeps nobody waiting', async () => {
  const [printed, waiting, other] = [request('a'), request('b'), request('c')];
  waiting.hangUp();
  expect(await waiting.result).toBe('b is gone');
  printed.hangUp();
  expect(await printed.result).toBe('a is gone');
  expect(await other.result).toBe('%PDF-');
  // What was being printed was ended with its thread.
  expect(threads).toBe(1);
  for (const login of ['a', 'b']) expect(await request(login).result).toBe('%PDF-');
  const late = request('a');
  late.hangUp();
  expect(await late.result).toBe('a is gone');
  const signal = AbortSignal.abort('gone before');
  await expect(printer.print({ ...LABELS, login: 'a', signal })).rejects.toBe('gone before');
});

test('twenty wait, a further one is refused, and those who hang up make room', async () => {
  const all = Array.from({ length: 22 }, (_, index) => request(`login ${index}`));
  expect(await all[21]?.result).toMatchObject(REFUSED);
  for (const { hangUp } of all) hangUp();
  for (const { result } of all.slice(0, 21)) expect(await result).toMatch(/^login \d+ is gone$/);
  expect(await request('login 21').result).toBe('%PDF-');
});

test('a paper that takes too long is given up, and the login may try again', async () => {
  const impatient = new PaperPrinter(new PaperThread(1));
  for (const _ of ['once', 'again'])
    expect(await request('a', { from: impatient }).result).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'This paper takes too long to print.',
      extensions: { retryable: true, retryAfterSeconds: 30 },
    });
  expect(threads).toBe(2);
});

test('a paper that can not be printed is one failure, not that of the service', async () => {
  const broken = { ...CONNOTE, items: null as never };
  const { result } = request('a', { paper: { name: 'label', connote: broken } });
  expect(await result).toBeInstanceOf(TypeError);
  expect(await request('a').result).toBe('%PDF-');
  expect(threads).toBe(0);
});

test('the service ends while it prints', async () => {
  const { result } = request('a');
  await nextTurn();
  await printer.close();
  expect(await result).toMatchObject({ message: expect.stringContaining('ended') });
});
