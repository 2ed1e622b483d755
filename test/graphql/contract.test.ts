import { readFileSync } from 'node:fs';
import { getDirective } from '@graphql-tools/utils';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { expect, test } from 'vitest';

const contract = buildSchema(readFileSync('test/fixtures/contract.graphql', 'utf8'));
const ours = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

type Shape = Record<string, string>;

function shapeOf(type: GraphQLNamedType): Shape {
  if (isEnumType(type)) return Object.fromEntries(type.getValues().map((value) => [value.name, 'value']));
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        `${field.type} = ${JSON.stringify(field.defaultValue)}`,
      ]),
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return {};
  const fields = Object.values(type.getFields()).flatMap((field) => [
    [field.name, String(field.type)],
    ...field.args.map((argument) => [
      `${field.name}(${argument.name}:)`,
      `${argument.type} = ${JSON.stringify(argument.defaultValue)}`,
    ]),
  ]);
  return Object.fromEntries(fields);
}

const shared = Object.values(contract.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && ours.getType(type.name) !== undefined,
);

test.each(shared.map((type) => [type.name, type] as const))(
  '%s is what the contract says, where it is built',
  (name, type) => {
    const own = ours.getType(name) as GraphQLNamedType;
    expect(own.constructor.name).toBe(type.constructor.name);
    const promised = shapeOf(type);
    const built = shapeOf(own);
    const differing = Object.keys(promised).filter((key) => key in built && built[key] !== promised[key]);
    expect(differing.map((key) => [key, built[key]])).toEqual(differing.map((key) => [key, promised[key]]));
    if (isEnumType(type) || isScalarType(type))
      expect(Object.keys(built)).toEqual(expect.arrayContaining(Object.keys(promised)));
  },
);

test('root fields are open to whom the contract opens them', () => {
  for (const root of ['Query', 'Mutation', 'Subscription']) {
    const promised = contract.getType(root);
    const built = ours.getType(root);
    if (!isObjectType(promised) || !isObjectType(built)) throw new Error(`${root} is missing`);
    for (const field of Object.values(built.getFields())) {
      const model = promised.getFields()[field.name];
      if (!model) continue;
      const access = (schema: typeof ours, of: typeof field) => [
        field.name,
        getDirective(schema, of, 'auth')?.[0]?.['requires'] ?? null,
        getDirective(schema, of, 'public') !== undefined,
      ];
      expect(access(ours, field)).toEqual(access(contract, model));
    }
  }
});

test('no field, argument or value of the contract is missing in what is built', () => {
  const types = Object.values(contract.getTypeMap()).filter((type) => !ours.getType(type.name));
  expect(types.map(({ name }) => name)).toEqual([]);
  const missing = shared.flatMap((type) => {
    const built = shapeOf(ours.getType(type.name) as GraphQLNamedType);
    return Object.keys(shapeOf(type))
      .filter((key) => !(key in built))
      .map((key) => `${type.name}.${key}`);
  });
  expect(missing).toEqual([]);
});
