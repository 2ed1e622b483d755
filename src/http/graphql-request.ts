import express, { type RequestHandler } from 'express';
import { PREFLIGHTED_HEADERS } from '../graphql/server.js';
import { ANSWER_TYPES, refuse } from './answer-error.js';
import { JSON_TYPE } from './json-type.js';
import { EVENT_STREAM } from './live/event-stream.js';

const METHODS = ['GET', 'POST', 'OPTIONS'];

const requireKnownMethod: RequestHandler = (request, response, next) => {
  if (request.method === 'OPTIONS') response.status(204).set('allow', METHODS.join(', ')).end();
  else if (METHODS.includes(request.method)) next();
  else {
    response.set('allow', METHODS.join(', '));
    refuse(request, response, 405, 'Send the operation with POST, or a query with GET.');
  }
};

/** Checked before anything runs: otherwise a mutation could take effect and then have no acceptable response. */
const requireAcceptableType: RequestHandler = (request, response, next) => {
  if (request.accepts([...ANSWER_TYPES, EVENT_STREAM])) next();
  else refuse(request, response, 406, `The response is available as ${ANSWER_TYPES.join(' or ')}.`);
};

/**
 * Refuses a GET that a link or an image on another site could send. Apollo Server refuses it too; this answer says what
 * is missing, because some clients use GET by default.
 */
const requirePreflightForGet: RequestHandler = (request, response, next) => {
  const { method, headers } = request;
  const preflighted = PREFLIGHTED_HEADERS.some((name) => headers[name]);
  if (method !== 'GET' || preflighted || JSON_TYPE.test(headers['content-type'] ?? '')) next();
  else {
    const message =
      'A query by GET needs the header "apollo-require-preflight: true" or "content-type: application/json", which ' +
      'pages of other sites cannot send (CSRF). Or send it with POST, as application/json.';
    refuse(request, response, 400, message);
  }
};

/** Refuses a body that isn't JSON before anything reads it, because other sites can send forms. */
const requireJsonBody: RequestHandler = (request, response, next) => {
  const types = request.headersDistinct['content-type'] ?? [];
  const [type = ''] = types;
  if (request.method !== 'POST' || (types.length === 1 && JSON_TYPE.test(type))) next();
  else refuse(request, response, 415, 'Send the operation as application/json, in UTF-8.');
};

/**
 * Checks a request and parses its body before GraphQL gets it: https://graphql.github.io/graphql-over-http/draft/
 *
 * @param bodyBytes the maximum length of the body
 */
export function graphqlRequest(bodyBytes: number): RequestHandler[] {
  return [
    requireKnownMethod,
    requireAcceptableType,
    requirePreflightForGet,
    requireJsonBody,
    // Refuses compressed bodies: a few bytes could expand to gigabytes, and operations are small anyway.
    express.json({ limit: bodyBytes, inflate: false, type: (request) => request.method === 'POST' }),
  ];
}
