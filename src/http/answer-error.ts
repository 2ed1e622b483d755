import type { ErrorRequestHandler, Request, Response } from 'express';
import { PorticoError, UNAVAILABLE_RETRY_SECONDS } from '../shared/errors.js';
import { HTTP_STATUS } from '../shared/http-status.js';
import { answerProblem, answersWithProblems } from './api/problem.js';
import { answerODataError, isODataRequest } from './odata/odata-answers.js';

/** The media types of a GraphQL response. A client that accepts both gets the first. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'];

/** An error that is answered with this HTTP status and with its message, which is meant for the caller. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Answers with one error. Under /api and /export it is a problem document (RFC 9457), under /odata an error of OData.
 * Elsewhere it has the shape of a GraphQL error and the media type that the client accepts.
 */
export function answerError(
  request: Request,
  response: Response,
  status: number,
  error: { message: string; extensions?: object },
): void {
  if (isODataRequest(request)) {
    answerODataError(response, status, error);
    return;
  }
  if (answersWithProblems(request)) {
    answerProblem(request, response, status, error);
    return;
  }
  const type = request.accepts(ANSWER_TYPES) || ANSWER_TYPES[0];
  response
    .status(status)
    .type(String(type))
    .send(JSON.stringify({ errors: [error] }));
}

/** Answers a request that is refused before GraphQL gets it, with code BAD_REQUEST. */
export function refuse(request: Request, response: Response, status: number, message: string): void {
  answerError(request, response, status, { message, extensions: { code: 'BAD_REQUEST' } });
}

const BODY_ERRORS: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body is compressed; send it uncompressed.',
};

/** The length of a chunked body is not known. */
function bodyTooLong({ length, limit }: { length?: number; limit?: number }) {
  const message = `The body has ${length ?? `more than ${limit}`} bytes; ${limit} are allowed.`;
  return { message, extensions: { code: 'BAD_REQUEST', limit: 'bodyBytes', found: length, allowed: limit } };
}

/** Answers with an error of Portico's own code. Its message is meant for the caller. */
function answerPorticoError(request: Request, response: Response, error: PorticoError): void {
  const { code, message, extensions } = error;
  const mayReturn = code === 'ERP_UNAVAILABLE' && extensions['retryable'] === true;
  const { retryAfterSeconds = mayReturn ? UNAVAILABLE_RETRY_SECONDS : undefined } = extensions;
  if (typeof retryAfterSeconds === 'number')
    response.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  if (code === 'INTERNAL_SERVER_ERROR' && extensions['retryable'] === true) {
    answerError(request, response, 503, { message, extensions: { ...extensions, code: 'UNAVAILABLE' } });
    return;
  }
  answerError(request, response, HTTP_STATUS[code], { message, extensions: { code, ...extensions } });
}

/** Handles errors before GraphQL gets the request (mostly errors of the body), and all errors under /api, /export and /odata. */
export const onError: ErrorRequestHandler = (
  error: { status?: number; type?: string; length?: number; limit?: number },
  request,
  response,
  _next,
) => {
  if (error instanceof PorticoError) return answerPorticoError(request, response, error);
  if (error instanceof HttpError) return refuse(request, response, error.status, error.message);
  if (error.type === 'entity.too.large') return answerError(request, response, 413, bodyTooLong(error));
  const status = error.status ?? 500;
  if (status < 500) {
    const message = BODY_ERRORS[error.type ?? ''] ?? 'The request could not be read.';
    return refuse(request, response, status, message);
  }
  request.log.error({ err: error }, 'unexpected error, masked');
  answerError(request, response, status, {
    message: 'Something went wrong on our side; quote the request id.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: String(request.id) },
  });
};
