import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LastAnswers } from '../../src/erp/last-answers.js';
import { queryKey } from '../../src/erp/query-key.js';
import type { ErpScope } from '../../src/shared/auth.js';

const answerOf = (text: string) => ({ value: [{ text, none: null }], asOf: new Date(0), stale: false });

type Step = { at: number } & ({ keep: string; text: string } | { find: string });
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at: fc.nat(40), keep: key, text: fc.string({ maxLength: 200 }) }),
  fc.record({ at: fc.nat(40), find: key }),
);

test('whatever is kept and asked for, no answer is too old, of another question, or beyond the memory', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      let now = 0;
      const bounds = { maxAgeMs: 100, maxBytes: 1_500 };
      const answers = new LastAnswers(bounds, () => now);
      const truth = new Map<string, { text: string; at: number }>();
      for (const one of steps) {
        now += one.at;
        if ('keep' in one) {
          answers.keep(one.keep, answerOf(one.text), now);
          truth.set(one.keep, { text: one.text, at: now });
          // What was kept last is there, where it fits at all.
          expect(answers.find(one.keep)).toEqual({ ...answerOf(one.text), stale: true });
        } else {
          const found = answers.find(one.find);
          const known = truth.get(one.find) ?? { text: '', at: Number.NEGATIVE_INFINITY };
          expect(found === null || now - known.at < bounds.maxAgeMs).toBe(true);
          expect(found ?? known.text).toEqual(found ? { ...answerOf(known.text), stale: true } : known.text);
        }
        expect(answers.bytes).toBeLessThanOrEqual(bounds.maxBytes);
        expect(answers.bytes).toBeGreaterThanOrEqual(0);
      }
      now += bounds.maxAgeMs;
      expect(answers.find('a')).toBeNull();
      expect(answers.bytes).toBe(0);
    }),
  );
});

test('the one that was refreshed longest ago makes room, and one that is too big for all is not kept', () => {
  const answers = new LastAnswers({ maxAgeMs: 100, maxBytes: 1_000 }, () => 0);
  for (const name of ['a', 'b', 'c']) answers.keep(name, answerOf('x'.repeat(80)), 0);
  answers.keep('a', answerOf('y'.repeat(80)), 0);
  answers.keep('d', answerOf('x'.repeat(80)), 0);
  expect(['a', 'b', 'c', 'd'].map((name) => answers.find(name) !== null)).toEqual([true, false, true, true]);
  answers.keep('a', answerOf('x'.repeat(1_000)), 0);
  expect(answers.find('a')).toBeNull();
  expect(answers.find('d')).not.toBeNull();
});

const scope: fc.Arbitrary<ErpScope> = fc.oneof(
  fc.constant<ErpScope>({ all: true }),
  fc.array(fc.string(), { maxLength: 3 }).map((names): ErpScope => ({ all: false, names: new Set(names) })),
);
const question = fc.record({
  scope,
  sql: fc.string(),
  parameters: fc.array(
    fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('1', 1, 'null')),
    {
      maxLength: 3,
    },
  ),
});

test('two questions have one key only where scope, SQL and every parameter are the same', () => {
  const shape = ({
    scope: of,
    sql,
    parameters,
  }: typeof question extends fc.Arbitrary<infer Q> ? Q : never) => [
    of.all ? 'all' : [...of.names].sort(),
    sql,
    parameters,
  ];
  fc.assert(
    fc.property(question, question, (one, other) => {
      const same = JSON.stringify(shape(one)) === JSON.stringify(shape(other));
      expect(queryKey(one, one.scope) === queryKey(other, other.scope)).toBe(same);
    }),
  );
  const names = (...all: string[]): ErpScope => ({ all: false, names: new Set(all) });
  const asked = { sql: 'select 1', parameters: ['1'] };
  const keys = [
    queryKey(asked, { all: true }),
    queryKey(asked, names('all')),
    queryKey(asked, names('a', 'b')),
    queryKey(asked, names('a","b')),
    queryKey(asked, names()),
    queryKey({ ...asked, parameters: [1] }, names()),
    queryKey({ ...asked, parameters: [null] }, names()),
    queryKey({ ...asked, parameters: ['null'] }, names()),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(queryKey(asked, names('b', 'a'))).toBe(queryKey(asked, names('a', 'b')));
});
