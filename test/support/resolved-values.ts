import fc from 'fast-check';
import {
  GraphQLError,
  type GraphQLOutputType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What a resolver gives, as a description: for each execution one of its own is made. */
export type Value =
  | { is: 'plain'; value: unknown }
  | { is: 'error' | 'throwing' | 'rejected'; text: string; ticks: number }
  | { is: 'later' | 'method' | 'thenable'; value: Value; ticks: number }
  | { is: 'object'; fields: Record<string, Value> }
  | { is: 'list' | 'set'; items: Value[] };

const ticks = fc.integer({ min: 0, max: 4 });
const plain = (...values: unknown[]) =>
  fc.constantFrom(...values).map((value): Value => ({ is: 'plain', value }));
const odd = plain(
  ...['a', '', 'RED', 1, 1.5, -0, true, null, undefined, Number.NaN, 2 ** 40, {}, [], 1n, Symbol('s')],
  ...[new Date(0), { valueOf: () => 'v' }, { toJSON: () => 'j' }],
);
const failing = fc.record({
  is: fc.constantFrom('error' as const, 'throwing' as const, 'rejected' as const),
  text: fc.string({ maxLength: 3 }),
  ticks,
});
const known = new Map<string, fc.Arbitrary<Value>>();

/** Values that mostly fit a type, now or later. */
export function resolvedOf(type: GraphQLOutputType, depth: number): fc.Arbitrary<Value> {
  const key = `${type} ${depth}`;
  const found = known.get(key);
  if (found) return found;
  const fitting = fittingOf(isNonNullType(type) ? type.ofType : type, depth);
  const is = fc.constantFrom('later' as const, 'method' as const, 'thenable' as const);
  const values: fc.Arbitrary<Value> = fc.oneof(
    { weight: 30, arbitrary: fitting },
    { weight: 4, arbitrary: fc.record({ is, value: fitting, ticks }) },
    { weight: isNonNullType(type) ? 0 : 3, arbitrary: plain(null) },
    { weight: 1, arbitrary: odd },
    { weight: 2, arbitrary: failing },
  );
  known.set(key, values);
  return values;
}

function fittingOf(type: GraphQLOutputType, depth: number): fc.Arbitrary<Value> {
  if (isListType(type)) {
    const is = fc.constantFrom('list' as const, 'list' as const, 'set' as const);
    return fc.record({ is, items: fc.array(resolvedOf(type.ofType, depth), { maxLength: 3 }) });
  }
  if (isEnumType(type)) return plain('RED', 'GREEN');
  if (!isObjectType(type)) return plain('1', 1, 0, true);
  if (depth === 0) return plain({});
  const fields = Object.values(type.getFields()).map(({ name, type: of }) => [
    name,
    resolvedOf(of, depth - 1),
  ]);
  return fc.record({ is: fc.constant('object' as const), fields: fc.record(Object.fromEntries(fields)) });
}

async function after<T>(count: number, act: () => T): Promise<T> {
  for (let tick = 0; tick < count; tick += 1) await null;
  return act();
}

class Thrown extends Error {
  readonly extensions = { code: 'THROWN' };
}

/** Makes a value anew. */
export function made(value: Value): unknown {
  switch (value.is) {
    case 'plain':
      return value.value;
    case 'error':
      return new Thrown(value.text);
    case 'throwing':
      return () => {
        throw value.ticks > 2 ? value.text : new Thrown(value.text);
      };
    case 'rejected':
      return rejected(value.ticks, value.ticks > 2 ? new GraphQLError(value.text) : new Thrown(value.text));
    case 'later':
      return after(value.ticks, () => made(value.value));
    case 'method':
      return () => made(value.value);
    case 'thenable': {
      const promise = after(value.ticks, () => made(value.value));
      // biome-ignore lint/suspicious/noThenProperty: a resolver may return what is a promise only by this.
      return { then: promise.then.bind(promise) };
    }
    case 'object':
      return Object.fromEntries(Object.entries(value.fields).map(([name, one]) => [name, made(one)]));
    case 'list':
      return value.items.map(made);
    default:
      return new Set(value.items.map(made));
  }
}

function rejected(count: number, reason: Error): Promise<never> {
  const promise = after(count, () => {
    throw reason;
  });
  // One that no field asks for is no concern of the execution.
  promise.catch(() => {});
  return promise;
}
