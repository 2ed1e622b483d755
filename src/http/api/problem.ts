import { STATUS_CODES } from 'node:http';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { HTTP_STATUS } from '../../shared/http-status.js';
import { REFUSAL_REASONS, type RefusalReason } from '../../shared/refusal-reasons.js';
import { requestScope } from '../../shared/request-scope.js';
import { BASIC_CHALLENGE, codeOf } from '../error-defaults.js';

/** The media type of problem documents. */
export const PROBLEM_TYPE = 'application/problem+json';
/** Paths whose errors are problem documents instead of GraphQL errors. Case doesn't matter here, unlike for routing. */
const PROBLEM_PATHS = /^\/(?:api|export)(?:\/|$)/i;

const REASONS = Object.keys(REFUSAL_REASONS) as RefusalReason[];
const fieldSchema = z.object({
  path: z.string(),
  message: z.string().describe('What was found and what is wanted, in English.'),
  reason: z
    .enum(REASONS)
    .describe(REASONS.map((reason) => `- \`${reason}\`: ${REFUSAL_REASONS[reason]}`).join('\n')),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .optional()
    .describe('The figures and names that the reason mentions.'),
});

/** A problem document (RFC 9457): an error that people and programs can read. */
export const problemSchema = z.object({
  type: z.literal('about:blank').describe('Always about:blank. Use status and code to tell problems apart.'),
  title: z.string().describe('The name of the HTTP status.'),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What is wrong with this request.'),
  code: z
    .enum([...Object.keys(HTTP_STATUS), 'BAD_REQUEST', 'UNAVAILABLE'])
    .describe('A stable error code. Where GraphQL has the same error, the code is the same.'),
  fields: z
    .array(fieldSchema)
    .optional()
    .describe('The wrong fields of the input: where they are, what was found and what is wanted.'),
  requestId: z
    .string()
    .describe('The same as in the header x-request-id. Quote it when you ask for support.'),
  retryAfterSeconds: z.number().optional().describe('Seconds to wait before a retry.'),
});

/** Whether a request's errors are problem documents. */
export const answersWithProblems = ({ baseUrl, path }: Request) => PROBLEM_PATHS.test(baseUrl + path);

/** Answers with a problem document. Extensions that `problemSchema` doesn't have are left out. */
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
  if (status === 401)
    response.set(
      'www-authenticate',
      /^\/export\//i.test(request.baseUrl + request.path) ? `Bearer, ${BASIC_CHALLENGE}` : 'Bearer',
    );
  response.status(status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
