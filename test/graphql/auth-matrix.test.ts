import { readFileSync } from 'node:fs';
import { getDirective } from '@graphql-tools/utils';
import { buildSchema, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enforceAuth } from '../../src/graphql/auth-directive.js';
import { firstErrors } from '../support/first-event.js';
import { accountSettings } from '../support/invoice-oracle.js';
import { operationOf, rootFieldsOf } from '../support/root-fields.js';
import { type DemoUser, startTestApp, type TestApp } from '../support/start-app.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const ROOTS = rootFieldsOf(schema);
const ROLES: Record<string, DemoUser | null> = {
  nobody: null,
  OPERATIONS: 'operations1',
  CUSTOMER: 'customer1',
  ADMIN: 'admin1',
  DRIVER: 'driver1',
  WAREHOUSE: 'warehouse1',
};

const requiredRoles = (field: GraphQLField<unknown, unknown>): string[] | null =>
  getDirective(schema, field, 'auth')?.[0]?.['requires'] ?? null;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ REWARDS_POINTS_PER_UNIT: '1', ...accountSettings() });
});
afterAll(() => app.stop());

test('every root field says who may have it', () => {
  for (const { type, field } of ROOTS) {
    const isPublic = getDirective(schema, field, 'public') !== undefined;
    expect([`${type}.${field.name}`, requiredRoles(field) !== null]).toEqual([
      `${type}.${field.name}`,
      !isPublic,
    ]);
  }
});

/** What the codes of an answer must be for a role; null where the field is open to it. */
function denialOf(requires: readonly string[] | null, role: string): string | null {
  if (requires === null || requires.includes(role)) return null;
  return role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

const MATRIX = ROOTS.flatMap(({ type, field }) =>
  Object.entries(ROLES).map(([role, user]) => ({
    type,
    field,
    name: `${type}.${field.name}`,
    role,
    user,
    denial: denialOf(requiredRoles(field), role),
  })),
);

/** Each field is also asked for by other names, by one of the roles: a name is taken the same from all of them. */
const DENIED = MATRIX.filter(({ denial }) => denial !== null).map((one, index, all) => {
  const isLast = all.findLastIndex(({ name }) => name === one.name) === index;
  return { ...one, aliases: isLast ? ['', 'x: ', 'viewer: '] : [''] };
});

test.each(DENIED)('$name is $denial for $role', async ({ type, field, user, denial, aliases }) => {
  for (const alias of aliases) {
    const operation = operationOf(type, field, alias);
    const errors =
      type === 'Subscription'
        ? await firstErrors(app, operation, user)
        : (await app.ask(operation, {}, user)).errors;
    expect(errors.map((error) => error.extensions.code)).toEqual([denial]);
  }
});

// Subscriptions tell nothing at first: those that are open have tests of their own.
test.each(MATRIX.filter(({ type, denial }) => denial === null && type !== 'Subscription'))(
  '$name is open to $role',
  async ({ type, field, user }) => {
    const as = user && { token: await sessionFor(user, field.name) };
    const { errors } = await app.ask(operationOf(type, field), {}, as);
    const codes = errors.map((error) => error.extensions.code);
    expect(codes).not.toContain('FORBIDDEN');
    // Open as it is, it says so of a refresh token that is none.
    if (field.name !== 'refreshSession') expect(codes).not.toContain('UNAUTHENTICATED');
  },
);

const sessions = new Map<DemoUser, Promise<string>>();
/** A session of a user, and a new one after a field that ends it. */
function sessionFor(user: DemoUser, field: string): Promise<string> {
  const session = sessions.get(user) ?? freshToken(user);
  if (field.startsWith('logout')) sessions.delete(user);
  else sessions.set(user, session);
  return session;
}

async function freshToken(user: DemoUser): Promise<string> {
  const { data } = await app.ask<{ login: { accessToken: string } }, object>(
    `mutation { login(input: { login: "${user}", password: "password123" }) { accessToken } }`,
  );
  return data?.login.accessToken ?? '';
}

describe('a denial does not depend on how the field is reached', () => {
  test.each([
    ['by alias', '{ viewer { role } public: portalUsers { totalCount } }'],
    ['in a named fragment', 'query { ...F } fragment F on Query { portalUsers { totalCount } }'],
    ['in an inline fragment', '{ ... on Query { ... { portalUsers { totalCount } } } }'],
    ['under a directive', 'query ($yes: Boolean = true) { portalUsers @include(if: $yes) { totalCount } }'],
    ['under the name of another field', '{ viewer: portalUsers { totalCount } }'],
    ['nested', '{ inventory(first: 1) { nodes { erpCustomer { portalUsers { email } } } } }'],
    ['nested, by alias', '{ inventory(first: 1) { nodes { erpCustomer { name: portalUsers { email } } } } }'],
    ['nested under the viewer', '{ viewer { erpCustomers { portalUsers { email } } } }'],
    ['second of two operations', 'query A { viewer { role } } query B { portalUsers { totalCount } }'],
  ])('%s', async (_how, query) => {
    const operationName = query.startsWith('query A') ? 'B' : undefined;
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await freshToken('customer1')}`,
      },
      body: JSON.stringify({ query, operationName }),
    });
    const text = await response.text();
    expect(JSON.parse(text).errors[0].extensions.code).toBe('FORBIDDEN');
    expect(text).not.toMatch(/@demo\.example|"totalCount":/);
  });
});

describe('a schema whose root fields do not say who may have them is not built', () => {
  const DIRECTIVES = `enum Role { ADMIN } directive @auth(requires: [Role!]!) on FIELD_DEFINITION directive @public on FIELD_DEFINITION`;
  test.each([
    ['neither', 'type Query { open: Int }'],
    ['both', 'type Query { open: Int @public @auth(requires: [ADMIN]) }'],
    ['a mutation with neither', 'type Query { open: Int @public } type Mutation { act: Int }'],
    ['a subscription with neither', 'type Query { open: Int @public } type Subscription { watch: Int }'],
  ])('%s', (_what, types) => {
    expect(() => enforceAuth(buildSchema(`${DIRECTIVES} ${types}`))).toThrow(
      /exactly one of @auth and @public/,
    );
  });
});
