import {
  type GraphQLFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { ROLES } from '../../shared/auth.js';
import { LIST_SIZE_ARGUMENT } from '../../shared/list-size.js';
import type { OnDenied } from '../auth-directive.js';
import type { RequestContext } from '../context.js';
import { ENTITIES, entitiesResolver } from './entities.js';
import { printSubgraph } from './subgraph-sdl.js';

type RootField = GraphQLFieldConfig<unknown, RequestContext>;

/** How the schema is served as a subgraph. */
export interface FederationOptions {
  /** Whether anyone may read the text of the schema, as by introspection. */
  service: boolean;
}

/**
 * Adds the fields by which the gateway of a federation reads a subgraph: `_entities` and, if it is open, `_service`. All types
 * and fields stay the same objects, with their resolvers, so whatever guards a field also guards it in an entity.
 */
export function withFederation(
  schema: GraphQLSchema,
  { service }: FederationOptions,
  onDenied: OnDenied,
): GraphQLSchema {
  const query = schema.getQueryType();
  if (!query) throw new Error('a subgraph needs a query type');
  const config = schema.toConfig();
  const { fields, ...ofQuery } = query.toConfig();
  const added = {
    _entities: entitiesField(schema, onDenied),
    ...(service && { _service: serviceField(schema) }),
  };
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({ ...ofQuery, fields: { ...fields, ...added } }),
    types: config.types.filter((type) => type !== query),
  });
}

function entitiesField(schema: GraphQLSchema, onDenied: OnDenied): RootField {
  const types = ENTITIES.map(({ type }) => schema.getType(type) as GraphQLObjectType);
  const representation = new GraphQLScalarType({
    name: '_Any',
    description: 'The `__typename` and the key of an entity.',
  });
  return {
    description:
      'For the gateway of a federation: these entities, each null if it does not exist for the viewer.',
    type: new GraphQLNonNull(new GraphQLList(new GraphQLUnionType({ name: '_Entity', types }))),
    args: {
      representations: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(representation))),
      },
    },
    resolve: entitiesResolver(schema, onDenied),
    extensions: { directives: { auth: { requires: ROLES } }, [LIST_SIZE_ARGUMENT]: 'representations' },
  };
}

function serviceField(schema: GraphQLSchema): RootField {
  let sdl: string | undefined;
  const read = () => {
    sdl ??= printSubgraph(schema);
    return sdl;
  };
  return {
    description: 'For the gateway of a federation: the text of this schema.',
    type: new GraphQLNonNull(
      new GraphQLObjectType({
        name: '_Service',
        fields: { sdl: { type: new GraphQLNonNull(GraphQLString), resolve: read } },
      }),
    ),
    resolve: () => ({}),
    extensions: { directives: { public: {} } },
  };
}
