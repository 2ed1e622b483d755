import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LoginDocument } from '../../schema/operations.generated.js';
import { ANY_CHARACTER } from '../support/any-character.js';
import { Documents } from '../support/documents.js';
import { accountSettings } from '../support/invoice-oracle.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';

const ROLES: (DemoUser | null)[] = [
  'customer1',
  'customerall',
  'operations1',
  'admin1',
  'driver1',
  'warehouse1',
  null,
];
/** How many requests there are; more on the command line. */
const REQUESTS = Number(process.env['PORTICO_TEST_REQUESTS'] ?? 400);
/** Each run has one to ten requests at a time. How many they are in all is chance, so there are runs until there are enough. */
const RUNS = 20;
/** Hashing makes these slow, or they end the session of the requests beside them: they get a small share. */
const SLOW = new Set(['login', 'logout', 'logoutEverywhere', 'changePassword']);
/** What no answer may show, whatever was asked. */
const OUR_INSIDES =
  /INTERNAL_SERVER_ERROR|stacktrace|node_modules|\.[jt]s:\d+|QueryFailedError|RangeError|TypeError/;

interface Request {
  as: DemoUser | null;
  body: string;
}

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const documents = new Documents(schema, 4);
const valid = fc.oneof(
  { weight: 60, arbitrary: documents.operations('query', () => true) },
  { weight: 1, arbitrary: documents.operations('mutation', (field) => SLOW.has(field)) },
  ...(Object.keys(schema.getMutationType()?.getFields() ?? {}).some((field) => !SLOW.has(field))
    ? [{ weight: 8, arbitrary: documents.operations('mutation', (field) => !SLOW.has(field)) }]
    : []),
);

const noise = fc.string({ unit: ANY_CHARACTER, maxLength: 12 });
const broken = fc
  .record({ body: valid, at: fc.double({ min: 0, max: 1, noNaN: true }), noise, cut: fc.boolean() })
  .map(({ body, at, noise: inserted, cut }) => {
    const place = Math.floor(body.query.length * at);
    return { ...body, query: body.query.slice(0, place) + inserted + (cut ? '' : body.query.slice(place)) };
  });
const hostile = fc
  .record({
    open: fc.constantFrom(
      '{a',
      '{viewer',
      '[',
      '{...',
      '(',
      '{a(b:[',
      '...F',
      '@a',
      '"""',
      '#',
      '\ufeff',
      '$a:',
    ),
    times: fc.integer({ min: 0, max: 3_000 }),
    head: fc.constantFrom('', '{', 'query ', 'query Q(', 'fragment F on Query ', 'subscription '),
  })
  .map(({ open, times, head }) => ({ query: head + open.repeat(times) }));
const rootless = fc
  .record({ body: valid, type: fc.constantFrom('subscription', 'mutation') })
  .map(({ body, type }) => ({ ...body, query: body.query.replace(/^(query|mutation)?/, type) }));
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(5, 'x', [], {}, null, true, [{ query: '{ viewer { role } }' }], {
    kind: 'Document',
  }),
);
const misshapen = fc.record(
  {
    query: fc.oneof(fc.constant('query Q { viewer { role } }'), odd),
    variables: odd,
    operationName: odd,
    extensions: fc.oneof(odd, fc.constant({ persistedQuery: { version: 1, sha256Hash: 'x' } })),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  { weight: 70, arbitrary: valid.map((one) => JSON.stringify(one)) },
  { weight: 12, arbitrary: broken.map((one) => JSON.stringify(one)) },
  { weight: 4, arbitrary: hostile.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: rootless.map((one) => JSON.stringify(one)) },
  { weight: 10, arbitrary: misshapen.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: odd.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.string({ unit: ANY_CHARACTER }) },
);
const request: fc.Arbitrary<Request> = fc.record({ as: fc.constantFrom(...ROLES), body });

let app: TestApp;
const tokens = new Map<DemoUser, string>();
beforeAll(async () => {
  app = await startTestApp({ REWARDS_POINTS_PER_UNIT: '1', ...accountSettings() });
  // Ten thousand questions about all of it would take minutes.
  await app.erp('delete from erp.stock where stock_no % 20 > 0');
  for (const user of ROLES) if (user) tokens.set(user, await app.tokenOf(user));
});
afterAll(() => app.stop());

test('whatever anybody sends, nobody sees an error of ours', async () => {
  let sent = 0;
  const property = fc.asyncProperty(
    fc.array(request, { minLength: 1, maxLength: 10, size: 'max' }),
    async (requests) => {
      sent += requests.length;
      await Promise.all(requests.map(isAnsweredWell));
    },
  );
  while (sent <= REQUESTS) await fc.assert(property, { numRuns: RUNS });
  expect(sent).toBeGreaterThan(REQUESTS);
});

async function isAnsweredWell({ as, body }: Request): Promise<void> {
  const token = as && tokens.get(as);
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body,
  });
  const answer = await response.text();
  const bad = response.status >= 500 || OUR_INSIDES.test(answer) || !isGraphql(answer);
  const seen = { as, body, status: response.status, answer: answer.slice(0, 2_000) };
  if (bad) throw new Error(`not an answer for a client: ${JSON.stringify(seen, null, 2)}`);
  // A logout or a new password among the others has ended the session.
  if (as && answer.includes('"UNAUTHENTICATED"')) await signInAgain(as);
}

/** An answer has data, or errors that each have a code. */
function isGraphql(answer: string): boolean {
  const { data, errors = [] } = JSON.parse(answer) as { data?: unknown; errors?: { extensions?: object }[] };
  const codes = errors.map((error) => Object(error.extensions).code);
  return (data !== undefined || errors.length > 0) && codes.every((code) => typeof code === 'string');
}

async function signInAgain(user: DemoUser): Promise<void> {
  const { data } = await app.ask(LoginDocument, { login: user, password: 'password123' });
  if (data) tokens.set(user, data.login.accessToken);
}
