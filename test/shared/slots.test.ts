import { expect, test } from 'vitest';
import { Slots } from '../../src/shared/slots.js';

test('a slot that is freed twice counts once, and whoever waits for the end is told when the last is free', async () => {
  const slots = new Slots({ total: 3, perCaller: 2 });
  await slots.idle();
  const [first, second] = [slots.take('a'), slots.take('a')];
  expect(() => slots.take('a')).toThrow(/try again/);
  const third = slots.take('b');
  expect(() => slots.take('c')).toThrow(/try again/);
  let isIdle = false;
  const idle = slots.idle().then(() => {
    isIdle = true;
  });
  first();
  first();
  second();
  await Promise.resolve();
  expect(isIdle).toBe(false);
  third();
  await idle;
  expect(await slots.hold('a', async () => 'done')).toBe('done');
});
