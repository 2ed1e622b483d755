import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { PorticoError } from '../../shared/errors.js';
import type { Limits } from '../../shared/limits.js';
import { requestError } from '../request-error.js';
import { checkCost } from './check-cost.js';
import { checkDocument } from './check-document.js';
import { checkSource } from './check-source.js';

/** What stands in for a refused document: Apollo parses and validates it, and nothing of it runs. */
const PLACEHOLDER_DOCUMENT = '{ __typename }';

/** Refuses requests that ask for too much, before anything is asked of a database. */
export function limitRequests(limits: Limits): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      const refusal = checkRequest(request, limits);
      // Validation takes long over a hostile document, and Apollo takes no refusal from a plugin before it is done.
      if (refusal) request.query = PLACEHOLDER_DOCUMENT;
      return {
        async didResolveOperation({ schema, document, operation, contextValue: context }) {
          if (refusal) throw requestError(refusal);
          if (!operation) return;
          if (!schema.getRootType(operation.operation)) throw noSuchOperationType(operation.operation);
          const variables = request.variables ?? {};
          const costRefusal = refusalFrom(() =>
            checkCost({ schema, document, operation, variables, context }, limits),
          );
          if (costRefusal) throw requestError(costRefusal);
        },
      };
    },
  };
}

/** No rule of validation says so, and execution would call it an error of ours. */
function noSuchOperationType(type: string): GraphQLError {
  return new GraphQLError(`There is no ${type} in this service.`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

function checkRequest(
  { query = '', variables }: { query?: string; variables?: unknown },
  limits: Limits,
): PorticoError | null {
  return refusalFrom(() => {
    checkSource(query, limits);
    const document = parseOrNull(query);
    if (document) checkDocument(document, variables, limits);
  });
}

/** Null for what isn't GraphQL; Apollo says so. */
function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function refusalFrom(check: () => void): PorticoError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof PorticoError) return error;
    throw error;
  }
}
