import { ApolloArmor } from '@escape.tech/graphql-armor';

/**
 * Limits on depth, aliases, tokens, directives and cost, as options of Apollo Server.
 *
 * @returns {object}
 */
export const limits = () =>
  new ApolloArmor({ maxDepth: { n: 10 }, costLimit: { maxCost: 10_000 } }).protect();
