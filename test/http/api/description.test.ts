import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allOperations } from '../../../src/http/api/all-operations.js';
import { apiRoutes } from '../../../src/http/api/api-routes.js';
import { addCustomer } from '../../support/customers.js';
import { type RestAnswer, type RestRequest, rest } from '../../support/rest.js';
import { startTestApp, type TestApp } from '../../support/start-app.js';

type Schema = Parameters<typeof z.fromJSONSchema>[0] & { $ref?: string };
interface Operation {
  operationId: string;
  security: object[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string; required: boolean }[];
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>;
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const PORTAL = '/api/customers/{id}/provision-portal';

let app: TestApp;
let description: Description;
beforeAll(async () => {
  app = await startTestApp({ PLAYGROUND_ENABLED: 'false', INTROSPECTION_ENABLED: 'false' });
  description = (await rest(app, 'GET', '/api/openapi.json', { as: null })).body;
});
afterAll(() => app.stop());

const operations = () =>
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
const named = ({ $ref }: Schema) => {
  const schema = description.components.schemas[String($ref).replace('#/components/schemas/', '')];
  if (!schema) throw new Error(`there is no ${$ref}`);
  return z.fromJSONSchema(schema);
};

/** Asks, and holds the answer against what the description says of it. */
async function held(
  method: string,
  path: string,
  id: string,
  request: RestRequest = {},
): Promise<RestAnswer> {
  const answer = await rest(app, method, path.replace('{id}', id), request);
  const documented = description.paths[path]?.[method.toLowerCase()]?.responses[answer.status];
  if (!documented) throw new Error(`${method} ${path} is not said to answer with ${answer.status}`);
  const type = String(answer.type).replace(/;.*/, '');
  expect(Object.keys(documented.content)).toEqual([type]);
  const found = named(documented.content[type]?.schema ?? {}).safeParse(answer.body);
  expect({ method, status: answer.status, wrong: found.error?.issues }).toEqual({
    ...{ method, status: answer.status, wrong: undefined },
  });
  return answer;
}

test('the description is that of OpenAPI 3.1, open to anybody, and each reference in it leads somewhere', () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  const refs = JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const known = Object.keys(description.components.schemas).sort();
  expect([...new Set([...refs].map(([, name]) => name))].sort()).toEqual(known);
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, operation } of operations()) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(names);
  }
});

test('all that the API answers to is in it, and nothing else', () => {
  const nothing = {} as never;
  const router = apiRoutes({
    operations: allOperations(
      { ...{ portalAccounts: nothing, paper: nothing }, freight: nothing, tracking: nothing },
      '',
    ),
    ...{ authentication: nothing, signedAccess: nothing, onDenied: nothing, bodyBytes: 1 },
  });
  const routes = router.stack.flatMap(({ route }) =>
    (route?.stack ?? [])
      // What tells the allowed methods has none of its own.
      .filter(({ method }) => method !== undefined)
      .map(({ method }) => `${method} /api${route?.path.replace(/:(\w+)/g, '{$1}')}`),
  );
  expect(routes.sort()).toEqual(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
  expect(router.stack.every(({ route }) => route)).toBe(true);
});

test('each operation that it has is there, for those that it says', async () => {
  const { id } = await addCustomer(app);
  for (const { path, method, operation } of operations()) {
    const nobody = await held(method.toUpperCase(), path, id, { as: null });
    expect(nobody.status === 401).toBe(operation.security.length > 0);
    const { headers } = await rest(app, 'OPTIONS', path.replace('{id}', id));
    expect(headers.get('allow')?.toLowerCase().split(', ')).toContain(method);
  }
});

describe('answers are what it says', () => {
  test('from the making of an account to its end', async () => {
    const { id } = await addCustomer(app);
    const steps: [string, RestRequest, number][] = [
      ['GET', {}, 200],
      ['PATCH', {}, 404],
      ['POST', { body: {} }, 201],
      ['POST', {}, 200],
      ['GET', {}, 200],
      ['PATCH', { body: {} }, 200],
      ['DELETE', {}, 200],
      ['PATCH', {}, 409],
      ['GET', {}, 200],
    ];
    for (const [method, request, status] of steps) {
      expect([method, (await held(method, PORTAL, id, request)).status]).toEqual([method, status]);
    }
  });

  test('where they refuse', async () => {
    const { id } = await addCustomer(app);
    const statuses = new Set<number>();
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
      const unknown = '00000000-0000-4000-8000-000000000000';
      statuses.add((await held(method, PORTAL, unknown)).status);
      statuses.add((await held(method, PORTAL, 'nobody')).status);
      statuses.add((await held(method, PORTAL, id, { as: 'customer1' })).status);
      statuses.add((await held(method, PORTAL, id, { headers: { accept: 'text/html' } })).status);
    }
    for (const method of ['POST', 'PATCH']) {
      statuses.add((await held(method, PORTAL, id, { body: { unknown: 1 } })).status);
      const text = { body: '{}', headers: { 'content-type': 'text/plain' } };
      statuses.add((await held(method, PORTAL, id, text)).status);
      statuses.add((await held(method, PORTAL, id, { body: `"${'x'.repeat(2_000_000)}"` })).status);
    }
    expect([...statuses].sort()).toEqual([400, 403, 404, 406, 413, 415]);
  });

  test('and what it says of a body is what is taken', async () => {
    const schema =
      description.paths[PORTAL]?.['post']?.requestBody?.content['application/json']?.schema ?? {};
    const bodies = [
      {},
      { sendWelcomeEmail: false },
      { autoConfirmEmail: false },
      { sendWelcomeEmail: 1 },
      { autoConfirmEmail: null },
      { sendWelcomeEmail: true, more: true },
    ];
    for (const body of bodies) {
      const { id } = await addCustomer(app);
      const { status } = await held('POST', PORTAL, id, { body });
      expect({ body, taken: status === 201 }).toEqual({ body, taken: named(schema).safeParse(body).success });
    }
  });
});
