import { z } from 'zod';
import type { Answer, ApiOperation } from './operation.js';
import { PROBLEM_TYPE } from './problem.js';
import { UNKNOWN_TYPE } from './read-bytes.js';
import { typesOf } from './read-request.js';

/** A part of an OpenAPI description. */
export type Json = Record<string, unknown>;

/** The name of the schema of problem documents. */
export const PROBLEM = 'Problem';
/** The name of the security scheme. */
export const BEARER = 'accessToken';
/** The name of that of addresses that were signed for a session. */
export const SIGNED_ADDRESS = 'signedAddress';

const JSON_BODY = 'application/json';
type Problems = Readonly<Record<number, string>>;

/** The problems that every operation can have. */
const COMMON_PROBLEMS: Problems = {
  400: 'The request could not be read, or its input is wrong.',
  406: 'The client does not accept the media type of the response.',
  429: 'Too many requests from this address or login.',
  500: 'An internal error; the details are in the log only.',
  503: 'This instance is stopping, or something that it needs does not answer.',
};
const SIGN_IN_PROBLEMS: Problems = {
  401: 'The caller is not signed in, or the session has ended.',
  403: 'The role does not allow this, or a new password must be chosen first.',
};
const JSON_PROBLEMS: Problems = {
  413: 'The body is too long.',
  415: 'The body is not JSON in UTF-8, or it is compressed.',
};
const BYTES_PROBLEMS: Problems = {
  413: 'The body is too long.',
  415: 'The body is sent with another media type, or it is compressed.',
};
const RETRY_AFTER = { description: 'Seconds to wait before a retry.', schema: { type: 'integer' } };
const HEADERS: Record<number, Json> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
};

/** Describes one operation in OpenAPI 3.1. */
export function describeOperation(one: ApiOperation): Json {
  const { id, summary, description, requires, params, query, body, answers, problems } = one;
  const parameters = [
    ...Object.entries(params.shape).map((entry) => describeParameter('path', entry)),
    ...Object.entries(query?.shape ?? {}).map((entry) => describeParameter('query', entry)),
  ];
  const allProblems: Problems = {
    ...COMMON_PROBLEMS,
    ...(requires && SIGN_IN_PROBLEMS),
    ...(body && ('schema' in body ? JSON_PROBLEMS : BYTES_PROBLEMS)),
    ...problems,
  };
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    security: securityOf(one),
    ...(requires && { 'x-roles': requires }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: describeBody(body) }),
    responses: {
      ...mapValues(answers, (answer) => ({
        description: answer.description,
        content: contentOfAnswer(answer),
      })),
      ...mapValues(allProblems, (text, status) => ({
        description: text,
        ...(HEADERS[status] && { headers: HEADERS[status] }),
        content: contentOf(PROBLEM_TYPE, PROBLEM),
      })),
    },
  };
}

const securityOf = ({ requires, signedAddress }: ApiOperation): Json[] => [
  ...(requires ? [{ [BEARER]: [] }] : []),
  ...(signedAddress ? [{ [SIGNED_ADDRESS]: [] }] : []),
];

/** A schema as JSON Schema, for input or for output. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io });
  return described;
}

function describeParameter(where: 'path' | 'query', [name, schema]: [string, unknown]): Json {
  const type = schema as z.ZodType;
  const required = where === 'path' || !type.safeParse(undefined).success;
  return { name, in: where, required, schema: jsonSchema(type, 'input') };
}

function describeBody(body: NonNullable<ApiOperation['body']>): Json {
  if ('schema' in body) return { required: false, content: contentOf(JSON_BODY, body.name) };
  const types = [...body.mediaTypes, UNKNOWN_TYPE];
  // Of raw bytes, OpenAPI describes the length alone.
  const content = Object.fromEntries(types.map((type) => [type, { schema: { maxLength: body.maxBytes } }]));
  return { description: body.description, required: true, content };
}

function contentOfAnswer(answer: Answer): Json {
  if ('schema' in answer) return contentOf(JSON_BODY, answer.name);
  return Object.fromEntries(typesOf(answer).map((type) => [type, {}]));
}

const contentOf = (type: string, name: string): Json => ({
  [type]: { schema: { $ref: `#/components/schemas/${name}` } },
});

function mapValues<Value>(
  values: Readonly<Record<number, Value>>,
  map: (value: Value, key: number) => Json,
): Json {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, Number(key))]));
}
