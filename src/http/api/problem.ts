import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { HTTP_STATUS } from '../../shared/http-status.js';
import { requestScope } from '../../shared/request-scope.js';

/** The media type of problems. */
export const PROBLEM_TYPE = 'application/problem+json';
/** Where errors are problems, and not what GraphQL makes of them. */
const API_PATH = /^\/api(?:\/|$)/i;

/** An error in the form of RFC 9457: what went wrong, for people and for programs. */
export const problemSchema = z.object({
  type: z.literal('about:blank').describe('The status says what kind of problem it is, the code which.'),
  title: z.string().describe("The status's name."),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What is wrong with this request.'),
  code: z
    .enum([...Object.keys(HTTP_STATUS), 'BAD_REQUEST', 'UNAVAILABLE'])
    .describe('Stable; the same as in GraphQL where GraphQL has it.'),
  fields: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('What is wrong with the input: where, what was found and what is wanted.'),
  requestId: z.string().describe('As in the header x-request-id: quote it.'),
  retryAfterSeconds: z.number().optional().describe('After how long another try makes sense.'),
});

/** True where a request's errors are problems. */
export const isApiRequest = ({ baseUrl, path }: Request) => API_PATH.test(baseUrl + path);

/** Answers with a problem. Of the extensions only those are shown that problems have. */
export function answerProblem(
  request: Request,
  response: Response,
  status: number,
  { message, extensions = {} }: { message: string; extensions?: object },
): void {
  const problem = problemSchema.parse({
    code: codeOf(status),
    ...extensions,
    ...{ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: message },
    requestId: String(request.id),
  });
  const scope = requestScope.getStore();
  if (scope) scope.tally.errorCodes = [problem.code];
  if (status === 401) response.set('www-authenticate', 'Bearer');
  response.status(status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** For what is refused before any code of ours has a say. */
function codeOf(status: number): string {
  if (status === 404) return 'NOT_FOUND';
  if (status === 503) return 'UNAVAILABLE';
  return status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}
