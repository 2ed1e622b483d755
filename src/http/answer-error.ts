import type { ErrorRequestHandler, Request, Response } from 'express';
import { PorticoError } from '../shared/errors.js';

/** The media types of a GraphQL answer. The first is given to whoever takes either. */
export const ANSWER_TYPES = ['application/json', 'application/graphql-response+json'];

/** Answers with one error, in the shape that GraphQL's errors have and as the media type that the client asks for. */
export function answerError(
  request: Request,
  response: Response,
  status: number,
  error: { message: string; extensions?: object },
): void {
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

const OF_THE_BODY: Record<string, string> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body is compressed; send it as it is.',
};

/** How long a body is isn't known where it came in pieces. */
function tooLong({ length, limit }: { length?: number; limit?: number }) {
  const message = `The body has ${length ?? `more than ${limit}`} bytes; ${limit} are allowed.`;
  return { message, extensions: { code: 'BAD_REQUEST', limit: 'bodyBytes', found: length, allowed: limit } };
}

/** What went wrong before GraphQL had the request, mostly with its body. */
export const onError: ErrorRequestHandler = (
  error: { status?: number; type?: string; length?: number; limit?: number },
  request,
  response,
  _next,
) => {
  if (error instanceof PorticoError && error.code === 'RATE_LIMITED') {
    const { code, message, extensions } = error;
    response.set('retry-after', String(extensions['retryAfterSeconds']));
    return answerError(request, response, 429, { message, extensions: { code, ...extensions } });
  }
  if (error.type === 'entity.too.large') return answerError(request, response, 413, tooLong(error));
  const status = error.status ?? 500;
  if (status >= 500) request.log.error({ err: error }, 'unexpected error, masked');
  const fallback = status < 500 ? 'The request could not be read.' : 'Something went wrong on our side.';
  refuse(request, response, status, OF_THE_BODY[error.type ?? ''] ?? fallback);
};
