import type { GraphQLRequest } from '@apollo/server';
import { badUserInput } from '../shared/errors.js';
import { invalidFormat, notAChoice, tooMany } from '../shared/refusal-reasons.js';

const DOCUMENT_ID = /^sha256:([\da-f]{64})$/;
const HASH = /^[\da-f]{64}$/;

/**
 * The SHA-256 by which a request names its document; null if it names none. There are two forms: `documentId` of the
 * GraphQL over HTTP draft (https://graphql.github.io/graphql-over-http/draft/, persisted documents), and Apollo's extension
 * `persistedQuery`.
 *
 * @throws BAD_USER_INPUT for anything else in their place, and for two different hashes
 */
export function documentHashOf({ http, extensions }: GraphQLRequest): string | null {
  const ofDocument = hashOfDocumentId(http?.method === 'GET' ? inSearch(http.search) : inBody(http?.body));
  const ofExtension = hashOfPersistedQuery(extensions?.['persistedQuery']);
  if (ofDocument !== null && ofExtension !== null && ofDocument !== ofExtension) {
    throw badUserInput({
      path: 'extensions.persistedQuery.sha256Hash',
      message: 'found another hash than in documentId; wanted the same, or only one of the two',
      reason: 'MISMATCH',
    });
  }
  return ofDocument ?? ofExtension;
}

function inSearch(search: string): unknown {
  const [first, ...more] = new URLSearchParams(search).getAll('documentId');
  if (more.length === 0) return first;
  throw badUserInput({
    path: 'documentId',
    message: `found ${more.length + 1} of them; wanted one`,
    ...tooMany(1),
  });
}

const inBody = (body: unknown): unknown => (isObject(body) ? body['documentId'] : undefined);

function hashOfDocumentId(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  const [, hash] = (typeof given === 'string' && DOCUMENT_ID.exec(given)) || [];
  if (hash) return hash;
  const message = `found ${describe(given)}; wanted "sha256:" and 64 hexadecimal digits in lower case`;
  throw badUserInput({ path: 'documentId', message, ...invalidFormat('hash') });
}

function hashOfPersistedQuery(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  const { version, sha256Hash } = isObject(given) ? given : {};
  if (version !== 1) {
    const message = `found ${describe(version)}; wanted the number 1`;
    throw badUserInput({ path: 'extensions.persistedQuery.version', message, ...notAChoice('1') });
  }
  if (typeof sha256Hash === 'string' && HASH.test(sha256Hash)) return sha256Hash;
  const message = `found ${describe(sha256Hash)}; wanted 64 hexadecimal digits in lower case`;
  throw badUserInput({ path: 'extensions.persistedQuery.sha256Hash', message, ...invalidFormat('hash') });
}

/** What was found, without its value, which may be long. */
function describe(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return typeof value === 'number' ? 'another number' : 'neither a text nor a number';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
