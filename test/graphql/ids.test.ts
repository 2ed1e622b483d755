import { readFileSync } from 'node:fs';
import { getDirective } from '@graphql-tools/utils';
import {
  buildSchema,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditEntriesDocument, ProvisionPortalAccountsDocument } from '../../schema/operations.generated.js';
import { addCustomer } from '../support/customers.js';
import { accountSettings } from '../support/invoice-oracle.js';
import { rest } from '../support/rest.js';
import { startTestApp, type TestApp } from '../support/start-app.js';

const UNKNOWN = 'abcdef00-0000-4000-8000-00000000abcd';
const MALFORMED = [
  'abc',
  '5',
  '',
  `{${UNKNOWN}}`,
  UNKNOWN.replaceAll('-', ''),
  ` ${UNKNOWN}`,
  `${UNKNOWN}\n`,
];
const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ Int: 1, Boolean: true, ID: UNKNOWN, Decimal: '1' },
  ...{ Date: '2000-01-01', DateTime: '2000-01-01T00:00:00Z' },
};
/** Places that take any text, as not everything that is acted on has an id of ours, and rows of the ERP have its own. */
const ANY_TEXT = [
  'auditEntries filter.targetId',
  'inventoryItem id',
  'invoice id',
  'prepareAuditExport filter.targetId',
];

/** A place where a root field takes an id: its argument, and the way from there. */
interface Place {
  name: string;
  document: string;
  variables(id: string): Record<string, unknown>;
}

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const places = ['Query', 'Mutation'].flatMap((root) => {
  const type = schema.getType(root);
  if (!isObjectType(type)) throw new Error(`there is no ${root}`);
  return Object.values(type.getFields()).flatMap((field) => {
    const open = getDirective(schema, field, 'auth')?.[0]?.['requires'].includes('ADMIN');
    if (!open) return [];
    const declared = field.args.map(({ name, type: of }) => `$${name}: ${of}`).join(', ');
    const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
    return idsIn(field.args).map(
      (path): Place => ({
        name: `${field.name} ${path}`,
        document: `${root.toLowerCase()} (${declared}) { ${field.name}(${passed})${selection} }`,
        variables: (id) =>
          Object.fromEntries(field.args.map(({ name, type: of }) => [name, givenTo(of, name, path, id)])),
      }),
    );
  });
});

/** The paths to the ids in these arguments, in the form that errors have them; that of a list is its first item. */
function idsIn(fields: readonly Pick<GraphQLInputField, 'name' | 'type'>[]): string[] {
  return fields.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (named.name === 'ID') return [name];
    if (!isInputObjectType(named)) return [];
    return idsIn(Object.values(named.getFields())).map((path) => `${name}.${path}`);
  });
}

/** What a field needs so that only the id at this path counts. */
function givenTo(type: GraphQLInputType, at: string, path: string, id: string): unknown {
  const wanted = path === at || path.startsWith(`${at}.`);
  if (!wanted) return isNonNullType(type) ? somethingFor(type.ofType) : null;
  if (isNonNullType(type)) return givenTo(type.ofType, at, path, id);
  if (isListType(type)) return [givenTo(type.ofType, at, path, id)];
  if (!isInputObjectType(type)) return id;
  const fields = Object.values(type.getFields()).filter(
    ({ type: of, name, defaultValue }) =>
      path.startsWith(`${at}.${name}`) || (isNonNullType(of) && defaultValue === undefined),
  );
  return Object.fromEntries(
    fields.map(({ name, type: of }) => [name, givenTo(of, `${at}.${name}`, path, id)]),
  );
}

/** Some value that a type takes. */
function somethingFor(type: GraphQLInputType): unknown {
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(
      required.map(({ name, type: of }) => [name, somethingFor(getNullableType(of) as GraphQLInputType)]),
    );
  }
  return SCALARS[String(type)] ?? 'x';
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ REWARDS_POINTS_PER_UNIT: '1', ...accountSettings() });
});
afterAll(() => app.stop());

test('the places are found', () => {
  const names = places.map(({ name }) => name);
  for (const name of ['portalUser id', 'createPortalUser input.customerId', ...ANY_TEXT])
    expect(names).toContain(name);
  expect(names).toContain('provisionPortalAccounts input.customerIds');
  expect(names.length).toBeGreaterThan(15);
});

const ask = async ({ document, variables }: Place, id: string) => {
  const { data, errors, text } = await app.ask<unknown, object>(document, variables(id), 'admin1');
  return { data, errors, text };
};
const named = (some: readonly Place[]) => some.map((place) => [place.name, place] as const);
const strict = named(places.filter(({ name }) => !ANY_TEXT.includes(name)));

test.each(named(places))(
  '%s takes an id in any case, and calls it by small letters',
  async (_name, place) => {
    const small = await ask(place, UNKNOWN);
    expect(small.text).not.toMatch(/wanted an id as|INTERNAL_SERVER_ERROR|VALIDATION_FAILED/);
    for (const id of [UNKNOWN.toUpperCase(), UNKNOWN.replace('abc', 'aBc')])
      expect(await ask(place, id)).toEqual(small);
  },
);

test.each(strict)('%s refuses what is no id, and says where it stands', async (name, place) => {
  const path = name.replace(/^\w+ /, '');
  for (const id of MALFORMED) {
    const [error] = (await ask(place, id)).errors;
    expect({ id, code: error?.extensions.code }).toEqual({ id, code: 'BAD_USER_INPUT' });
    expect(error?.extensions.fields?.map((field) => field.path)).toContain(path);
  }
});

describe('an id in capitals', () => {
  test('in the text of an operation too finds what it names, whose own id is in small letters', async () => {
    const { id } = await addCustomer(app);
    const { data } = await app.ask<{ customer: object }, object>(
      `query ($id: ID = "${id.toUpperCase()}") { customer(id: "${id.toUpperCase()}") { id } b: customer(id: $id) { id } }`,
      {},
      'operations1',
    );
    expect(data).toEqual({ customer: { id }, b: { id } });
  });

  test('beside its like in small letters counts once', async () => {
    const { id } = await addCustomer(app);
    const input = { customerIds: [id, id.toUpperCase()], sendWelcomeEmail: false };
    const { data } = await app.ask(ProvisionPortalAccountsDocument, { input }, 'operations1');
    expect(data?.provisionPortalAccounts.provisioned).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(id.toUpperCase());
  });

  test('is in the audit log in small letters, by GraphQL and by REST, and is found there by either', async () => {
    const { id } = await addCustomer(app);
    const { status } = await rest(app, 'POST', `/api/customers/${id.toUpperCase()}/provision-portal`);
    expect(status).toBe(201);
    const [actor] = await app.database("select id from portal_user where username = 'operations1'");
    const entries = async (filter: object) => {
      const { data } = await app.ask(AuditEntriesDocument, { filter, first: 500 }, 'admin1');
      return data?.auditEntries.nodes.filter(({ targetId }) => targetId === id).map(({ action }) => action);
    };
    const expected = await entries({ targetId: id });
    expect(expected).toContain('PORTAL_ACCOUNT_PROVISIONED');
    const actorId = String(actor?.['id']).toUpperCase();
    for (const filter of [{ targetId: id.toUpperCase() }, { target: id.toUpperCase() }, { actor: actorId }])
      expect(await entries(filter)).toEqual(expected);
  });
});
