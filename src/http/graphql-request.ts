import express, { type RequestHandler } from 'express';
import { ANSWER_TYPES, refuse } from './answer-error.js';
import { JSON_TYPE } from './json-type.js';

const METHODS = ['GET', 'POST', 'OPTIONS'];

const requireKnownMethod: RequestHandler = (request, response, next) => {
  if (request.method === 'OPTIONS') response.status(204).set('allow', METHODS.join(', ')).end();
  else if (METHODS.includes(request.method)) next();
  else {
    response.set('allow', METHODS.join(', '));
    refuse(request, response, 405, 'Send the operation with POST, or a query with GET.');
  }
};

/** Before anything runs: a mutation must not take effect and then have no answer. */
const requireKnownAccept: RequestHandler = (request, response, next) => {
  if (request.accepts(ANSWER_TYPES)) next();
  else refuse(request, response, 406, `The answer can be had as ${ANSWER_TYPES.join(' or ')}.`);
};

/** A body that isn't JSON is refused before anything reads it: forms can be sent by other sites. */
const requireJsonBody: RequestHandler = (request, response, next) => {
  const types = request.headersDistinct['content-type'] ?? [];
  const [type = ''] = types;
  if (request.method !== 'POST' || (types.length === 1 && JSON_TYPE.test(type))) next();
  else refuse(request, response, 415, 'Send the operation as application/json, in UTF-8.');
};

/**
 * What a request must be before GraphQL gets it: https://graphql.github.io/graphql-over-http/draft/
 *
 * @param bodyBytes how long its body may be
 */
export function graphqlRequest(bodyBytes: number): RequestHandler[] {
  return [
    requireKnownMethod,
    requireKnownAccept,
    requireJsonBody,
    // Compressed, a few bytes could become gigabytes, and operations are small: such a body is refused.
    express.json({ limit: bodyBytes, inflate: false, type: (request) => request.method === 'POST' }),
  ];
}
