import { describe, expect, test } from 'vitest';
import { atMostPer, oncePer } from '../../src/shared/once-per.js';

let time = 0;
const now = () => time;

describe('something is due once in a period for each key', () => {
  test('and again when the period is over', () => {
    time = 0;
    const isDue = oncePer({ periodMs: 10, remembered: 5 }, now);
    expect([isDue('a'), isDue('a'), isDue('b')]).toEqual([true, false, true]);
    time = 9;
    expect([isDue('a'), isDue('b')]).toEqual([false, false]);
    time = 10;
    expect([isDue('a'), isDue('a')]).toEqual([true, false]);
  });

  test('however many other keys there are, as long as they are remembered', () => {
    time = 0;
    const isDue = oncePer({ periodMs: 10, remembered: 100 }, now);
    const due = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => from + n).filter((n) => isDue(`key ${n}`));
    expect(due(0, 100)).toHaveLength(100);
    expect(due(100, 103)).toEqual([100, 101, 102]);
    // Only the three oldest are forgotten.
    expect(due(3, 103)).toEqual([]);
    expect(due(0, 1)).toEqual([0]);
  });

  test('and the key that was due longest ago is forgotten first, not the one that was added first', () => {
    time = 0;
    const isDue = oncePer({ periodMs: 10, remembered: 2 }, now);
    isDue('a');
    time = 5;
    isDue('b');
    time = 10;
    isDue('a');
    isDue('c');
    expect([isDue('a'), isDue('c'), isDue('b')]).toEqual([false, false, true]);
  });
});

test('something happens at most so many times in any period, not only in each one', () => {
  time = 0;
  const mayHappen = atMostPer({ periodMs: 10, count: 2 }, now);
  const at = (ms: number) => {
    time = ms;
    return mayHappen();
  };
  expect([at(0), at(8), at(8), at(9)]).toEqual([true, true, false, false]);
  expect([at(10), at(11), at(17)]).toEqual([true, false, false]);
  expect([at(18), at(18), at(1000), at(1000), at(1000)]).toEqual([true, false, true, true, false]);
});
