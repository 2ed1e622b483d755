import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PlannedExecution } from '../../src/graphql/planned-execution.js';
import { Documents, type GraphqlBody } from '../support/documents.js';
import { accountSettings } from '../support/invoice-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';

const ROLES: (DemoUser | null)[] = ['customer1', 'admin1', null];
const FOLDER = 'schema/operations';

const shipped = readdirSync(FOLDER).map((file): GraphqlBody => {
  const query = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const [, variables = '{}'] = /^# variables: (\{.*\})$/m.exec(query) ?? [];
  return { query, variables: JSON.parse(variables) };
});
const ofPortal = (JSON.parse(readFileSync('schema/portal-documents.json', 'utf8')) as string[]).map(
  (query): GraphqlBody => ({ query, variables: {} }),
);
const queries = [...shipped, ...ofPortal].filter(({ query }) => /^query /m.test(query));

let app: TestApp;
/** Each text is a document of its own. */
let documents = 0;
beforeAll(async () => {
  app = await startTestApp({ REWARDS_POINTS_PER_UNIT: '1', ...accountSettings() });
  await app.erp('delete from erp.stock where stock_no % 20 > 0');
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => app.stop());

/**
 * Without what no two answers have in common: the request's id, when the ERP was asked, and where one is refused, the order of
 * errors: refusals are recorded in any. Of several, each of which leaves nothing to answer, the first is sent, and it may be any.
 */
const comparable = (answer: string) =>
  inOrder(answer)
    .replace(/^\{"errors":\[.*"FORBIDDEN".*\],"data":null\}\n?$/, 'refused')
    .replace(/"requestId":"[^"]*"/g, '')
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (time) =>
      Math.abs(Date.now() - Date.parse(JSON.parse(time))) < 600_000 ? 'now' : time,
    );

function inOrder(answer: string): string {
  if (!answer.includes('"FORBIDDEN"')) return answer;
  const parsed = JSON.parse(answer) as { errors: unknown[] };
  parsed.errors.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return JSON.stringify(parsed);
}

/** Asks twice: a document runs by graphql-js the first time, and by its plan from then on. */
async function askTwice({ query, variables }: GraphqlBody, as: DemoUser | null) {
  const run = vi.spyOn(PlannedExecution.prototype, 'run');
  documents += 1;
  const text = `${query}\n# ${documents}`;
  const ask = async () => comparable((await app.ask(text, variables, as)).text);
  const first = await ask();
  expect(run).not.toHaveBeenCalled();
  const second = await ask();
  const planned = run.mock.calls.length > 0;
  run.mockRestore();
  return { first, second, planned };
}

/** @returns whether the plan was used */
async function isAnsweredTheSame(body: GraphqlBody, as: DemoUser | null): Promise<boolean> {
  const { first, second, planned } = await askTwice(body, as);
  expect(second, body.query).toBe(first);
  return planned;
}

test.each(ROLES)('what ships is answered to %s by its plan as by graphql-js', async (role) => {
  let planned = 0;
  for (const body of queries) if (await isAnsweredTheSame(body, role)) planned += 1;
  expect(planned).toBeGreaterThan(queries.length / 3);
});

test('so is whatever anybody makes up', async () => {
  const anybody = new Documents(buildSchema(readFileSync('schema/schema.graphql', 'utf8')), 4);
  let planned = 0;
  await fc.assert(
    fc.asyncProperty(
      anybody.operations('query', () => true),
      fc.constantFrom(...ROLES),
      async (body, role) => {
        if (await isAnsweredTheSame(body, role)) planned += 1;
      },
    ),
    { numRuns: 60 },
  );
  expect(planned).toBeGreaterThan(6);
});

test('a value that cannot be shown fails where it is, in the first answer and in those by the plan', async () => {
  await app.erp('alter table erp.stock alter column qty_on_hand drop not null');
  await app.erp(
    `insert into erp.stock (stock_no, owner_name, item_code, item_text, lot_no, whse, uom, qty_on_hand, qty_allocated)
     values (7777777, 'Acme Beverages', 'Q', 'q', 'NULL-Q', 'SYD1', 'EA', null, 0)`,
  );
  const query = '{ inventory(filter: { lot: { equals: "NULL-Q" } }) { nodes { id quantityOnHand } } }';
  for (const _time of [1, 2, 3]) {
    const { errors } = await app.ask<never, object>(query, {}, 'customer1');
    expect(errors.map(({ path }) => path)).toEqual([['inventory', 'nodes', 0, 'quantityOnHand']]);
  }
  await app.erp('delete from erp.stock where stock_no = 7777777');
});
