import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { PorticoError } from '../../shared/errors.js';
import type { Limits } from '../../shared/limits.js';
import { PLACEHOLDER_DOCUMENT, requestError, validationError } from '../request-error.js';
import { AcceptedDocuments } from './accepted-documents.js';
import { checkCost } from './check-cost.js';
import { checkDocument } from './check-document.js';
import { checkSource } from './check-source.js';
import { checkSubscriptions } from './check-subscriptions.js';

/** Refuses requests that exceed the limits, before they cause any database query. */
export function limitRequests(limits: Limits): ApolloServerPlugin {
  const accepted = new AcceptedDocuments();
  return {
    async requestDidStart({ request: { query = '', variables }, request }) {
      const refusal = refusalFrom(() =>
        accepted.check(query, variables, () => checkRequest(query, variables, limits)),
      );
      // Validation is slow for a hostile document, and Apollo lets a plugin refuse a request only after validation.
      if (refusal) request.query = PLACEHOLDER_DOCUMENT;
      return {
        async didResolveOperation({ schema, document, operation, contextValue: context }) {
          if (refusal) throw refusal;
          if (!operation) return;
          // No validation rule covers this, and execution would report it as an internal error.
          if (!schema.getRootType(operation.operation))
            throw validationError(`This service has no ${operation.operation} type.`);
          const variables = request.variables ?? {};
          const costRefusal = refusalFrom(() =>
            checkCost({ schema, document, operation, variables, context }, limits),
          );
          if (costRefusal) throw costRefusal;
        },
      };
    },
  };
}

function checkRequest(query: string, variables: unknown, limits: Limits): void {
  checkSource(query, limits);
  const document = parseOrNull(query);
  if (!document) return;
  checkDocument(document, variables, limits);
  checkSubscriptions(document);
}

/** Null for a document with a syntax error, which Apollo reports. */
function parseOrNull(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function refusalFrom(check: () => void): GraphQLError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof PorticoError) return requestError(error);
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
