import fc from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { ANY_CHARACTER } from './any-character.js';

const ODD_TEXT = [
  '',
  ' ',
  '%',
  "'; drop table session; --",
  '\\',
  'a\0b',
  '\ud800',
  '\udc00x',
  '😀'.repeat(60),
  'x'.repeat(5_000),
  'NaN',
  'All',
  '__proto__',
  '2026-02-30',
  '2026-11-30T25:00:00Z',
  '0000-01-01',
  '1e999',
  '-0',
  '١٢٣',
];
const ODD_NUMBERS = [0, -1, 1, 500, 501, 2 ** 31, -(2 ** 31), 2 ** 53, 1.5, 1e308, 5e-324];
const text = fc.oneof(fc.constantFrom(...ODD_TEXT), fc.string({ unit: ANY_CHARACTER, maxLength: 30 }));
/** What fits a scalar. */
const GOOD: Record<string, fc.Arbitrary<unknown>> = {
  Boolean: fc.boolean(),
  Int: fc.integer({ min: 0, max: 20 }),
  ID: fc.uuid(),
  String: fc.oneof(
    fc.constantFrom('BOLT', 'A-1', 'SYD', 'customer1', 'a b', '%', "'", '\\', '_'),
    fc.string(),
  ),
  Decimal: fc.constantFrom('0', '-1.5', '12345678901234567890.123', 7),
  Date: fc.constantFrom('2026-11-30', '0001-01-01', '9999-12-31'),
  DateTime: fc.constantFrom('2026-11-30T10:15:30Z', '2026-11-30T10:15:30.123+14:00', '0001-01-01T00:00:00Z'),
};
const anything = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: { b: 1 } }, ...ODD_NUMBERS),
  fc.jsonValue({ maxDepth: 2 }),
);
/** A value that mostly fits an input type. */
export function jsonOf(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return jsonOf(type.ofType, depth);
  return fc.oneof(
    { weight: 60, arbitrary: fittingOf(type, depth) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function fittingOf(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.array(jsonOf(type.ofType, depth - 1), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    if (depth <= 0) return fc.constant({});
    const fields = Object.values(type.getFields());
    const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
    const model = Object.fromEntries(fields.map((field) => [field.name, jsonOf(field.type, depth - 1)]));
    return fc.record(model, { requiredKeys: required });
  }
  const good = GOOD[String(type)] ?? fc.constantFrom(null);
  return fc.oneof(
    { weight: 20, arbitrary: good },
    { weight: 1, arbitrary: text },
    fc.constantFrom(...ODD_NUMBERS),
  );
}

/** A value as the text of a document has it: names of enums stand without quotes. */
export function literalOf(json: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isEnumType(bare) && typeof json === 'string' && /^\w+$/.test(json)) return json;
  if (Array.isArray(json)) {
    const of = isListType(bare) ? bare.ofType : bare;
    return `[${json.map((item) => literalOf(item, of)).join(', ')}]`;
  }
  if (typeof json === 'object' && json !== null) {
    const fields = isInputObjectType(bare) ? bare.getFields() : {};
    const parts = Object.entries(json).map(
      ([key, item]) => `${key}: ${literalOf(item, fields[key]?.type ?? bare)}`,
    );
    return `{ ${parts.join(', ')} }`;
  }
  return JSON.stringify(json);
}
