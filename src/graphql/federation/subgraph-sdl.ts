import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { ENTITIES } from './entities.js';

/** The first version has all that is used here, and every router of Federation 2 knows it. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])';
/** Portico enforces them itself. In a supergraph they would mean nothing, and might be taken for a gateway's. */
const OWN_DIRECTIVES = new Set(['auth', 'public']);
/** Relay specifies its fields, so that other subgraphs may have the same type. */
const SHAREABLE_TYPE = 'PageInfo';

/**
 * The text from which a federation's supergraph is composed, by the Federation 2 subgraph specification
 * (https://www.apollographql.com/docs/graphos/reference/federation/subgraph-spec).
 *
 * @param schema without the fields of the subgraph itself
 */
export function printSubgraph(schema: GraphQLSchema): string {
  const document = visit(parse(printSchema(lexicographicSortSchema(schema)), { noLocation: true }), {
    DirectiveDefinition: ({ name }) => (OWN_DIRECTIVES.has(name.value) ? null : undefined),
    ObjectTypeDefinition: withFederationDirective,
  });
  return `${LINK}\n\n${print(document)}\n`;
}

function withFederationDirective(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode | undefined {
  const entity = ENTITIES.find(({ type }) => type === node.name.value);
  if (entity) return { ...node, directives: [directive('key', { fields: entity.key })] };
  return node.name.value === SHAREABLE_TYPE ? { ...node, directives: [directive('shareable')] } : undefined;
}

const directive = (name: string, args: Record<string, string> = {}): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(args).map(([argument, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: { kind: Kind.STRING, value },
  })),
});
