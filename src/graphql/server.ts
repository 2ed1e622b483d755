import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../shared/limits.js';
import type { RateLimit } from '../shared/rate-limit.js';
import type { RequestContext } from './context.js';
import { formatError } from './format-error.js';
import { hideSchemaNames } from './hide-schema-names.js';
import { ignoreEmptyOperationName } from './ignore-empty-operation-name.js';
import { limitPublicMutations } from './limit-public-mutations.js';
import { limitRequests } from './limits/limit-requests.js';

/** Creates the GraphQL server for a schema. The caller handles HTTP, draining and signals. */
export function createGraphqlServer(
  schema: GraphQLSchema,
  options: {
    introspection: boolean;
    limits: Limits;
    logger: Logger;
    publicMutations: RateLimit;
    telemetry: ApolloServerPlugin<RequestContext>;
  },
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    formatError: options.introspection ? formatError : hideSchemaNames(formatError),
    logger: options.logger,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      options.telemetry,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ignoreEmptyOperationName,
      limitRequests(options.limits),
      limitPublicMutations(options.publicMutations),
    ],
  });
}
