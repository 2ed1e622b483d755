import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from './context.js';
import { formatError } from './format-error.js';
import { limitAnswers, MAX_TOKENS } from './limits.js';

/** The GraphQL server over a schema. HTTP, draining and signals are the caller's. */
export function createGraphqlServer(
  schema: GraphQLSchema,
  options: { introspection: boolean; logger: Logger },
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    formatError,
    logger: options.logger,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitAnswers,
    ],
  });
}
