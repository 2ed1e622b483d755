import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, type DocumentNode, type ExecutionResult, graphql, parse, print } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';

/** A CRM of somebody else: it knows Portico's customers by their keys, and has a PageInfo of its own. */
const CRM_TYPES = `
  type Query {
    crmCustomers(ids: [ID!]!): [Customer]!
    crmLogins(ids: [ID!]!): [PortalUser]!
    watchedStock(names: [String!]!): [ErpCustomer]!
    crmPage: PageInfo!
  }
  type Customer @key(fields: "id") { id: ID! crmOwner: String }
  type PortalUser @key(fields: "id") { id: ID! }
  type ErpCustomer @key(fields: "name") { name: String! crmNotes: [String!] }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`;
const CRM_SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"]) ${CRM_TYPES}`;
const DEFINITIONS = `
  directive @key(fields: String!) on OBJECT
  directive @shareable on OBJECT
  scalar _Any
  union _Entity = Customer | PortalUser | ErpCustomer
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
`;

interface Reference {
  __typename: string;
  id?: string;
  name?: string;
}
const withCrmFields = (reference: Reference) => ({
  ...reference,
  crmOwner: `owner of ${reference.id}`,
  crmNotes: [`note on ${reference.name}`],
});
const CRM_ROOT = {
  crmCustomers: ({ ids }: { ids: string[] }) =>
    ids.map((id) => withCrmFields({ __typename: 'Customer', id })),
  crmLogins: ({ ids }: { ids: string[] }) => ids.map((id) => ({ __typename: 'PortalUser', id })),
  watchedStock: ({ names }: { names: string[] }) =>
    names.map((name) => withCrmFields({ __typename: 'ErpCustomer', name })),
  crmPage: { hasNextPage: false, hasPreviousPage: false },
  _entities: ({ representations }: { representations: Reference[] }) => representations.map(withCrmFields),
};

/** A federation of Portico and a CRM, with a gateway in front of both. */
export interface Federation {
  /** Asks the gateway, which forwards the token to both subgraphs. */
  ask(
    query: string,
    variables: object,
    token: string | null,
  ): Promise<ExecutionResult<Record<string, unknown>>>;
  /** The requests that the gateway has sent to Portico. */
  sent: { query: string; variables: Record<string, unknown> }[];
  stop(): Promise<void>;
}

/**
 * Composes Portico with a CRM, which listens on a port of its own, and a gateway.
 *
 * @param sdl what Portico says of itself
 * @throws Error if the two can't be composed
 */
export async function startFederation(porticoUrl: string, sdl: string): Promise<Federation> {
  const crm = createServer(
    createHandler({ schema: buildSchema(CRM_TYPES + DEFINITIONS), rootValue: CRM_ROOT }),
  );
  await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve));
  const { port } = crm.address() as AddressInfo;
  const composed = composeServices([
    { name: 'portico', url: `${porticoUrl}/graphql`, typeDefs: parse(sdl) },
    { name: 'crm', url: `http://127.0.0.1:${port}/graphql`, typeDefs: parse(CRM_SDL) },
  ]);
  if (!composed.supergraphSdl) throw new Error(`not composed: ${composed.errors?.join('; ')}`);
  const sent: Federation['sent'] = [];
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: composed.supergraphSdl,
    onSubschemaConfig: (subgraph) => {
      const url = String(subgraph.endpoint);
      subgraph.executor = async ({ document, variables = {}, context }) => {
        const query = print(document as DocumentNode);
        if (url.startsWith(porticoUrl)) sent.push({ query, variables });
        return post(url, { query, variables }, context?.['token'] ?? null);
      };
    },
  });
  return {
    ask: async (source, variableValues, token) =>
      graphql({ schema, source, variableValues: { ...variableValues }, contextValue: { token } }),
    sent,
    stop: () => new Promise<void>((resolve) => crm.close(() => resolve())),
  };
}

/** What an executor does for which every gateway has a setting: the caller's Authorization goes along. */
async function post<Data>(url: string, body: object, token: string | null): Promise<ExecutionResult<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json', connection: 'close' },
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as ExecutionResult<Data>;
}
