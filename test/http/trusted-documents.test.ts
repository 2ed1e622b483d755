import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LoginDocument, ViewerDocument } from '../../schema/operations.generated.js';
import { type AnsweredError, startTestApp, type TestApp } from '../support/start-app.js';

const FOLDER = 'schema/operations';
const textOf = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (text: string) => `sha256:${hashOf(text)}`;
const MANIFEST: Record<string, string> = JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8'));

const VIEWER = textOf('2-viewer.graphql');
const LOGIN = textOf('1-login.graphql');
const OWN = '{ viewer { role } }';
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});

let app: TestApp;
let only: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  only = await app.sibling({ TRUSTED_DOCUMENTS: 'only' });
});
afterAll(() => app.stop());

interface Sent {
  to?: TestApp;
  as?: string | null;
}

async function read(response: Response) {
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: AnsweredError[] };
  return { status: response.status, data, errors, text };
}

const authorization = async ({ to = app, as = 'customer1' }: Sent) =>
  as === null ? undefined : `Bearer ${await to.tokenOf(as)}`;

async function post(body: string | object, sent: Sent = {}) {
  const bearer = await authorization(sent);
  const response = await fetch(`${(sent.to ?? app).url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: bearer }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return read(response);
}

async function get(search: [string, string][], sent: Sent = {}) {
  const bearer = await authorization(sent);
  const response = await fetch(`${(sent.to ?? app).url}/graphql?${new URLSearchParams(search)}`, {
    headers: { 'apollo-require-preflight': 'true', ...(bearer && { authorization: bearer }) },
  });
  return read(response);
}

const ofCustomer = { viewer: { role: 'CUSTOMER' } };

describe('an operation that comes with the service runs by its hash', () => {
  test.each([
    ['documentId', { documentId: idOf(VIEWER) }],
    ['the extension of Apollo clients', { extensions: persisted(hashOf(VIEWER)) }],
    ['both', { documentId: idOf(VIEWER), extensions: persisted(hashOf(VIEWER)) }],
    ['the document beside its hash', { query: VIEWER, documentId: idOf(VIEWER) }],
    ['nulls in place of the others', { documentId: idOf(VIEWER), query: null, extensions: null }],
    ['the text that graphql-js prints', { documentId: idOf(print(ViewerDocument)) }],
  ])('in a body, by %s', async (_by, body) => {
    expect(await post(body)).toMatchObject({ status: 200, data: ofCustomer, errors: [] });
  });

  test.each<[string, [string, string][]]>([
    ['documentId', [['documentId', idOf(VIEWER)]]],
    ['the extension', [['extensions', JSON.stringify(persisted(hashOf(VIEWER)))]]],
  ])('in an address, by %s', async (_by, search) => {
    expect(await get(search)).toMatchObject({ status: 200, data: ofCustomer, errors: [] });
  });

  test('with its variables, under its own name in the log, and as nobody only what is public', async () => {
    const variables = { login: 'customer2', password: 'password123' };
    app.log.length = 0;
    const signedIn = await post({ documentId: idOf(LOGIN), variables, operationName: 'Login' }, { as: null });
    expect(signedIn).toMatchObject({ status: 200, data: { login: { viewer: { role: 'CUSTOMER' } } } });
    expect(app.log.join('')).toContain('"name":"Login"');
    const refused = await post({ documentId: idOf(textOf('3-inventory.graphql')) }, { as: null });
    expect(refused.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a mutation does not run by an address', async () => {
    expect((await get([['documentId', idOf(LOGIN)]], { as: null })).status).toBe(405);
  });

  test('the manifest names each of them by exactly the hashes that the service knows', async () => {
    const expected = readdirSync(FOLDER).flatMap((file) => {
      const text = textOf(file);
      return [hashOf(text), hashOf(print(parse(text)))];
    });
    expect(Object.keys(MANIFEST).sort()).toEqual([...new Set(expected)].sort());
    const answers = await Promise.all(
      Object.keys(MANIFEST).map((hash) => post({ documentId: `sha256:${hash}`, operationName: 'None' })),
    );
    // Each is found, and has no operation of that name.
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code);
    expect(new Set(codes)).toEqual(new Set(['OPERATION_RESOLUTION_FAILURE']));
  });
});

describe('a hash that names nothing', () => {
  test('has the code by which clients send the document next, and then it runs', async () => {
    for (const body of [{ documentId: idOf(OWN) }, { extensions: persisted(hashOf(OWN)) }]) {
      const { status, data, errors } = await post(body);
      expect([status, data, errors]).toEqual([
        400,
        null,
        [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      ]);
      expect(await post({ ...body, query: OWN })).toMatchObject({ status: 200, data: ofCustomer });
    }
  });

  test('is not known after its document was sent: nobody can register one', async () => {
    await post({ query: OWN, extensions: persisted(hashOf(OWN)) });
    const { errors } = await post({ extensions: persisted(hashOf(OWN)) });
    expect(errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('is refused by its name, and nothing runs', () => {
  const EXTENSION = 'extensions.persistedQuery';
  test.each([
    ['another document than that of the hash', 'query', { query: OWN, documentId: idOf(VIEWER) }],
    ['the same by the extension', 'query', { query: OWN, extensions: persisted(hashOf(VIEWER)) }],
    [
      'a hostile document beside a known hash',
      'query',
      { query: '{'.repeat(9000), documentId: idOf(VIEWER) },
    ],
    [
      'two hashes',
      `${EXTENSION}.sha256Hash`,
      { documentId: idOf(VIEWER), extensions: persisted(hashOf(LOGIN)) },
    ],
    ['a number', 'documentId', { documentId: 7 }],
    ['a list', 'documentId', { documentId: [idOf(VIEWER)] }],
    ['an object', 'documentId', { documentId: { toString: idOf(VIEWER) } }],
    ['an empty id', 'documentId', { documentId: '' }],
    ['a hash without its prefix', 'documentId', { documentId: hashOf(VIEWER) }],
    ['capitals', 'documentId', { documentId: `sha256:${hashOf(VIEWER).toUpperCase()}` }],
    ['a line break', 'documentId', { documentId: `${idOf(VIEWER)}\n` }],
    ['a name of prototypes', 'documentId', { documentId: '__proto__' }],
    ['a long id', 'documentId', { documentId: 'x'.repeat(200_000) }],
    ['another version', `${EXTENSION}.version`, { extensions: persisted(hashOf(VIEWER), 2) }],
    ['a version as text', `${EXTENSION}.version`, { extensions: persisted(hashOf(VIEWER), '1') }],
    ['no hash', `${EXTENSION}.sha256Hash`, { extensions: { persistedQuery: { version: 1 } } }],
    ['a hash that is none', `${EXTENSION}.sha256Hash`, { extensions: persisted('constructor') }],
    ['a hash in a list', `${EXTENSION}.sha256Hash`, { extensions: persisted([hashOf(VIEWER)]) }],
    ['a text in place of the extension', `${EXTENSION}.version`, { extensions: { persistedQuery: 'x' } }],
  ])('%s', async (_what, path, body) => {
    const { status, data, errors, text } = await post(body);
    expect([status, data]).toEqual([400, null]);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } }]);
    expect(text.length).toBeLessThan(600);
  });

  test('a hash below a key that means a prototype, and an id that is given twice', async () => {
    const { status } = await post(`{"__proto__":{"documentId":"${idOf(VIEWER)}"}}`);
    expect(status).toBe(400);
    const twice = await get([
      ['documentId', idOf(VIEWER)],
      ['documentId', idOf(LOGIN)],
    ]);
    expect(twice.errors[0]?.message).toBe('documentId: found 2 of them; wanted one');
  });

  test('an id of a megabyte, before anything reads it', async () => {
    expect((await post({ documentId: 'x'.repeat(1_000_000) })).status).toBe(413);
  });
});

describe('if only trusted documents run', () => {
  const INTROSPECTION = '{ __schema { types { name } } }';
  const OTHERS = [OWN, INTROSPECTION, `${VIEWER} `, VIEWER.replace('role', 'role __typename'), '{'];

  test.each([null, 'customer1', 'operations1'])(
    '%s gets no other one, and learns nothing of the schema',
    async (as) => {
      for (const query of OTHERS) {
        const bodies = [{ query }, { query, documentId: idOf(query) }, { query, operationName: 'Viewer' }];
        for (const body of bodies) {
          const { status, data, errors, text } = await post(body, { to: only, as });
          expect([status, data, errors[0]?.extensions.code]).toEqual([403, null, 'FORBIDDEN']);
          expect(text).not.toMatch(/Viewer|role|Query\b/);
        }
        expect((await get([['query', query]], { to: only, as })).status).toBe(403);
      }
      const none = await post({ documentId: idOf(OWN) }, { to: only, as });
      expect(none.errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    },
  );

  test('a customer can sign in and use the operations, by their text or their hash', async () => {
    const variables = { login: 'customer1', password: 'password123' };
    for (const query of [LOGIN, print(LoginDocument)]) {
      const { data } = await post({ query, variables }, { to: only, as: null });
      expect(data).toMatchObject({ login: { viewer: { role: 'CUSTOMER' } } });
    }
    for (const body of [{ query: VIEWER }, { documentId: idOf(VIEWER) }]) {
      expect(await post(body, { to: only })).toMatchObject({ status: 200, data: ofCustomer });
    }
  });

  test('an admin who has signed in sends whatever they like, within the limits', async () => {
    for (const query of [OWN, INTROSPECTION]) {
      expect(await post({ query }, { to: only, as: 'admin1' })).toMatchObject({ status: 200, errors: [] });
    }
    const deep = await post({ query: '{'.repeat(9000) }, { to: only, as: 'admin1' });
    expect(deep.errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  test('a request without any document is told so', async () => {
    expect(await post({ variables: {} }, { to: only })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});
