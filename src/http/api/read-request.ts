import express, { type Request, type Response } from 'express';
import type { z } from 'zod';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import { HttpError } from '../answer-error.js';
import { JSON_TYPE } from '../json-type.js';
import type { Answer, ApiOperation } from './operation.js';
import { reasonOfIssue } from './reason-of-issue.js';

/** The response names at most this many problems, to keep it short. */
const MAX_PROBLEMS = 20;
const MAX_NAME = 80;

/**
 * Checked before anything runs: otherwise a change could take effect and then have no acceptable response.
 *
 * @throws HttpError 406 unless the client accepts a media type that the operation answers with
 */
export function assertAcceptsAnswer(request: Request, { answers }: Pick<ApiOperation, 'answers'>): void {
  const types = [...new Set(Object.values(answers).flatMap(typesOf))];
  if (!request.accepts(types)) throw new HttpError(406, `The response is available as ${types.join(', ')}.`);
}

/** The media types of an answer. */
export const typesOf = (answer: Answer): readonly string[] =>
  'schema' in answer ? ['application/json'] : answer.fileTypes;

/**
 * Reads JSON bodies strictly: only UTF-8, uncompressed, and within the length limit. A missing body counts as an empty
 * object.
 */
export function bodyReader(bodyBytes: number): (request: Request, response: Response) => Promise<unknown> {
  const parse = express.json({ limit: bodyBytes, inflate: false, type: () => true });
  return (request, response) => {
    if (!hasBody(request)) return Promise.resolve({});
    const types = request.headersDistinct['content-type'] ?? [];
    if (types.length !== 1 || !JSON_TYPE.test(types[0] ?? '')) {
      throw new HttpError(415, 'Send the body as application/json, in UTF-8.');
    }
    return new Promise((resolve, reject) => {
      parse(request, response, (error?: unknown) => (error ? reject(error) : resolve(request.body)));
    });
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Parses input with a schema.
 *
 * @throws BAD_USER_INPUT naming each wrong field, without the values
 */
export function validate<Schema extends z.ZodObject>(schema: Schema, found: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(found);
  if (success) return data;
  const known = Object.keys(schema.shape).join(', ') || 'none';
  const wrong: FieldProblem = { path: '', message: 'is wrong', reason: 'INVALID_FORMAT' };
  const [first = wrong, ...others] = error.issues
    .flatMap((issue) => problemsOf(issue, known))
    .slice(0, MAX_PROBLEMS);
  throw badUserInput(first, ...others);
}

function problemsOf(issue: z.core.$ZodIssue, known: string): FieldProblem[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: key.slice(0, MAX_NAME),
      message: `found an unknown field; known fields: ${known}`,
      ...reasonOfIssue(issue),
    }));
  }
  const message = issue.message.replace(
    /^Invalid input: expected (.*), received (.*)$/,
    'found $2; wanted $1',
  );
  return [{ path: path || 'body', message, ...reasonOfIssue(issue) }];
}
