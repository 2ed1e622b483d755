import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

/** The types that an operation begins with: queries, mutations and, where there are any, subscriptions. */
export function rootTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return types.filter((type) => type !== null && type !== undefined);
}
