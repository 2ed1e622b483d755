import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../shared/auth.js';
import { badUserInput, PorticoError } from '../shared/errors.js';
import { sha256 } from '../shared/sha256.js';
import { documentHashOf } from './document-hash.js';
import { asRequestError, PLACEHOLDER_DOCUMENT } from './request-error.js';

/** Which documents are trusted, and whether others run too. */
export interface TrustedDocuments {
  /** Their texts, by the SHA-256 of each. Only called for a request that needs them. */
  texts: () => ReadonlyMap<string, string>;
  /** Whether only they run, except for admins. */
  only: boolean;
}

/**
 * Lets requests name a trusted document by its SHA-256 instead of sending it and, if only trusted ones run, refuses all
 * others. It must come before plugins that read the document.
 */
export function trustDocuments(trusted: TrustedDocuments): ApolloServerPlugin<{ viewer: Viewer | null }> {
  return {
    async requestDidStart({ request, contextValue: { viewer } }) {
      const refusal = refusalOf(request, trusted, viewer);
      // Apollo lets a plugin refuse a request only after validation.
      if (refusal) request.query = PLACEHOLDER_DOCUMENT;
      // Apollo Server's own persisted queries are off: clients could register any document there.
      const { persistedQuery: _, ...extensions } = request.extensions ?? {};
      request.extensions = extensions;
      return {
        async didResolveOperation() {
          if (refusal) throw asRequestError(refusal);
        },
      };
    },
  };
}

/** Gives the request the document that it names. Returns why the request is refused; null if it isn't. */
function refusalOf(
  request: GraphQLRequest,
  { texts, only }: TrustedDocuments,
  viewer: Viewer | null,
): Error | null {
  try {
    const hash = documentHashOf(request);
    if (hash !== null) request.query = documentOf(request, hash, texts);
  } catch (error) {
    if (error instanceof PorticoError || error instanceof GraphQLError) return error;
    throw error;
  }
  const runs = !only || !request.query || viewer?.role === 'ADMIN' || texts().has(sha256(request.query));
  return runs ? null : notTrusted();
}

function documentOf({ query }: GraphQLRequest, hash: string, texts: TrustedDocuments['texts']): string {
  const document = query ?? texts().get(hash);
  if (document === undefined) throw notFound();
  if (query === undefined || sha256(query) === hash) return document;
  throw badUserInput({
    path: 'query',
    message: 'found a document with another SHA-256 than the one given; wanted the document of that hash',
    reason: 'MISMATCH',
  });
}

/** Clients know this error by its code or by its message, and then send the document itself. */
const notFound = () =>
  new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 400 } },
  });

const notTrusted = () =>
  new PorticoError(
    'FORBIDDEN',
    'query: found a document that does not come with this service; wanted the exact text of one that does, or its ' +
      'SHA-256 as documentId. Only admins may send others.',
  );
