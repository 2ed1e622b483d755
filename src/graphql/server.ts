import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Limits } from '../shared/limits.js';
import type { RequestContext } from './context.js';
import { formatError } from './format-error.js';
import { hideSchemaNames } from './hide-schema-names.js';
import { ignoreEmptyOperationName } from './ignore-empty-operation-name.js';
import { limitMutations, type MutationLimits } from './limit-mutations.js';
import { limitRequests } from './limits/limit-requests.js';
import { PlannedQueries } from './planned-queries.js';
import { Subscriptions } from './subscriptions.js';
import { type TrustedDocuments, trustDocuments } from './trusted-documents.js';

/**
 * Headers that let a request pass Apollo's protection against cross-site requests. A page of another site can send them
 * only after the browser has asked whether it may.
 */
export const PREFLIGHTED_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** The GraphQL server, and what runs subscriptions with it. */
export interface GraphqlServer {
  server: ApolloServer<RequestContext>;
  subscriptions: Subscriptions;
}

/** Creates the GraphQL server for a schema. The caller handles HTTP, draining and signals. */
export function createGraphqlServer(
  schema: GraphQLSchema,
  options: {
    introspection: boolean;
    limits: Limits;
    logger: Logger;
    mutations: MutationLimits;
    telemetry: ApolloServerPlugin<RequestContext>;
    trustedDocuments: TrustedDocuments;
  },
): GraphqlServer {
  const format = options.introspection ? formatError : hideSchemaNames(formatError);
  const subscriptions = new Subscriptions(schema, format);
  const server = new ApolloServer<RequestContext>({
    gateway: new PlannedQueries(schema).asGateway(),
    formatError: format,
    logger: options.logger,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: PREFLIGHTED_HEADERS },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      options.telemetry,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ignoreEmptyOperationName,
      trustDocuments(options.trustedDocuments),
      limitRequests(options.limits),
      subscriptions.plugin,
      limitMutations(options.mutations),
    ],
  });
  return { server, subscriptions };
}
