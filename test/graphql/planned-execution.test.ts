import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  GraphQLList,
  type GraphQLObjectType,
  type GraphQLScalarType,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { buildExecutionContext } from 'graphql/execution/execute.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planQuery } from '../../src/graphql/execution-plan.js';
import { PlannedExecution } from '../../src/graphql/planned-execution.js';
import { made, resolvedOf } from '../support/resolved-values.js';

/** How many documents are tried; more on the command line. */
const RUNS = Number(process.env['PORTICO_TEST_REQUESTS'] ?? 300);

const schema = buildSchema(`
  enum Colour { RED GREEN }
  scalar Odd
  type Node {
    text: String  textN: String!  int: Int  intN: Int!  id: ID  flag: Boolean  colour: Colour  odd: Odd  oddN: Odd!
    texts: [String]  textsN: [String!]!  matrix: [[Int!]]
    node: Node  nodeN: Node!  nodes: [Node]  nodesN: [Node!]!
    asked: String  askedN: String!  askedNode(wanted: Int! = 1, how: Colour = RED): Node  askedNodes: [Node!]
  }
  type Query { node: Node  nodeN: Node!  nodes: [Node!]!  askedNode(wanted: Int! = 1, how: Colour = RED): Node }
`);
const [query, node] = ['Query', 'Node'].map((name) => schema.getType(name) as GraphQLObjectType) as [
  GraphQLObjectType,
  GraphQLObjectType,
];
(schema.getType('Odd') as GraphQLScalarType).serialize = (value) =>
  value === 0 ? null : value === 1 ? Promise.reject(new Error('one')) : value;

/** The calls of resolvers, with all that they are told. */
let trace: string[] = [];
const asked: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const { fieldName, fieldNodes, operation, fragments, path, variableValues, rootValue } = info;
  const names = [fieldName, operation.name?.value, info.parentType.name, String(info.returnType)];
  const shared = [fieldNodes.length, Object.keys(fragments), rootValue === source, info.schema === schema];
  trace.push(JSON.stringify([args, context, path, variableValues, names, shared]));
  const found: unknown = Object(source)[fieldName];
  return typeof found === 'function' ? found() : found;
};
for (const field of [query, node].flatMap((type) => Object.values(type.getFields()))) {
  if (field.name.startsWith('asked')) field.resolve = asked;
}

let unhandled = 0;
const listeners = process.listeners('unhandledRejection');
beforeAll(() => {
  // graphql-js abandons the promises of a list that fails at once. A plan must not abandon others.
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => {
    unhandled += 1;
  });
});
afterAll(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
});

const leaf = fc.constantFrom(
  ...['text', 'textN', 'int', 'intN', 'id', 'flag', 'colour', 'odd', 'oddN', 'texts', 'textsN', 'matrix'],
  ...['asked', 'askedN', '__typename', 'x: text', 'y: askedN'],
);
const composite = fc.constantFrom(
  ...['node', 'nodeN', 'nodes', 'nodesN', 'askedNodes', 'n: node', 'm: nodes', 'askedNode'],
  ...['askedNode(wanted: $v)', 'askedNode(wanted: 2, how: GREEN)', '... on Node', '...'],
);
const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  selection: fc
    .array(tie('field'), { minLength: 1, maxLength: 6 })
    .map((fields) => `{ ${fields.join(' ')} }`),
  field: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(composite, tie('selection')).map((parts) => parts.join(' ')),
  ),
}));
const rootField = fc.tuple(
  fc.constantFrom('node', 'nodeN', 'nodes', 'askedNode(wanted: $v)', 'b: node'),
  selection,
);
const text = fc
  .array(
    rootField.map((parts) => parts.join(' ')),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (fields) => `query Q($v: Int = 3) { ...F ${fields.join(' ')} } fragment F on Query { node { asked } }`,
  );
const values = fc.record({ value: resolvedOf(node, 3), list: resolvedOf(new GraphQLList(node), 2) });

async function outcomeOf(run: () => unknown) {
  trace = [];
  unhandled = 0;
  const result = await run();
  // At once: an error that comes after the answer must not be in it.
  const answer = JSON.stringify(result, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
  await setImmediate();
  return { answer, trace, unhandled };
}

test('a plan calls the same resolvers and has the same answer as graphql-js, whatever they give', async () => {
  const seen = { whole: 0, failed: 0 };
  const variables = fc.constantFrom({}, { v: 5 }, { v: null }, { v: 'x' });
  await fc.assert(
    fc.asyncProperty(text, values, variables, async (source, { value, list }, variableValues) => {
      const document = parse(source);
      const operation = getOperationAST(document);
      // Two fields may have one name and not fit each other.
      if (!operation || validate(schema, document).length > 0) return;
      const plan = planQuery(schema, document, operation);
      if (!plan) throw new Error('found no plan');
      const argsOf = () => {
        const rootValue = {
          node: made(value),
          nodeN: made(value),
          nodes: made(list),
          askedNode: made(value),
        };
        return { schema, document, rootValue, contextValue: 'the context', variableValues };
      };
      const wanted = await outcomeOf(() => execute(argsOf()));
      const found = await outcomeOf(() => {
        const execution = buildExecutionContext(argsOf());
        return 'schema' in execution ? new PlannedExecution(execution).run(plan) : { errors: execution };
      });
      expect(found).toEqual(wanted);
      seen[wanted.answer.includes('"errors"') ? 'failed' : 'whole'] += 1;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.whole, seen.failed)).toBeGreaterThan(RUNS / 100);
});
