import type { Request } from 'express';
import { z } from 'zod';
import type { OperationRequest } from '../../graphql/subscriptions.js';
import { HttpError } from '../answer-error.js';

const object = z.record(z.string(), z.unknown());
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

/** An operation as GraphQL over HTTP has it: https://graphql.github.io/graphql-over-http/draft/ */
export const operationRequest = z.object({
  query: optional(z.string()),
  operationName: optional(z.string()),
  variables: optional(object),
  extensions: optional(object),
  documentId: z.unknown().optional(),
});

/** The operation that a request carries, in its body or, with GET, in its query string. @throws HttpError 400 */
export function readOperation(request: Request): OperationRequest {
  const given = request.method === 'GET' ? inSearch(request) : request.body;
  const read = operationRequest.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join('.') || 'the body';
  throw new HttpError(400, `${path}: wanted as GraphQL over HTTP has it (${issue?.message}).`);
}

function inSearch({ query }: Request): Record<string, unknown> {
  const { variables, extensions, ...texts } = query;
  return {
    ...texts,
    variables: parsed('variables', variables),
    extensions: parsed('extensions', extensions),
  };
}

function parsed(name: string, text: unknown): unknown {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, `${name}: found text that is no JSON; wanted a JSON object.`);
  }
}
