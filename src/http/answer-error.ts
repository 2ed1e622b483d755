import type { ErrorRequestHandler, Request, Response } from 'express';
import { PorticoError } from '../shared/errors.js';
import { HTTP_STATUS } from '../shared/http-status.js';
import { answerProblem, isApiRequest } from './api/problem.js';

/** The media types of a GraphQL answer. The first is given to whoever takes either. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'];

/** What HTTP itself has a status for, with a message that is meant for the caller. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Answers with one error: under /api as a problem, elsewhere in the shape that GraphQL's errors have and as the media type
 * that the client asks for.
 */
export function answerError(
  request: Request,
  response: Response,
  status: number,
  error: { message: string; extensions?: object },
): void {
  if (isApiRequest(request)) {
    answerProblem(request, response, status, error);
    return;
  }
  const type = request.accepts(ANSWER_TYPES) || ANSWER_TYPES[0];
  response
    .status(status)
    .type(String(type))
    .send(JSON.stringify({ errors: [error] }));
}

/** The same for a request that was refused before GraphQL had it. */
export function refuse(request: Request, response: Response, status: number, message: string): void {
  answerError(request, response, status, { message, extensions: { code: 'BAD_REQUEST' } });
}

const BODY_ERRORS: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body is compressed; send it as it is.',
};

/** How long a body is isn't known where it came in pieces. */
function bodyTooLong({ length, limit }: { length?: number; limit?: number }) {
  const message = `The body has ${length ?? `more than ${limit}`} bytes; ${limit} are allowed.`;
  return { message, extensions: { code: 'BAD_REQUEST', limit: 'bodyBytes', found: length, allowed: limit } };
}

/** What a part of ours says to the caller. */
function answerPorticoError(request: Request, response: Response, error: PorticoError): void {
  const { code, message, extensions } = error;
  const { retryAfterSeconds } = extensions;
  if (typeof retryAfterSeconds === 'number')
    response.set('retry-after', String(Math.ceil(retryAfterSeconds)));
  answerError(request, response, HTTP_STATUS[code], { message, extensions: { code, ...extensions } });
}

/** What went wrong before GraphQL had the request, mostly with its body, and all that goes wrong under /api. */
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
