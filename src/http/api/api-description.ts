import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../shared/package-root.js';
import { type ApiOperation, answerWith, operation } from './operation.js';
import { PROBLEM_TYPE, problemSchema } from './problem.js';

type Json = Record<string, unknown>;
/** An OpenAPI description, with the fields that every one has. */
type Description = Json & { openapi: string; paths: Record<string, Json> };

const JSON_BODY = 'application/json';
const PROBLEM = 'Problem';
const BEARER = 'accessToken';
type Problems = Readonly<Record<number, string>>;

/** The problems that every operation can have. */
const COMMON_PROBLEMS: Problems = {
  400: 'The request could not be read, or its input is wrong.',
  406: 'The client does not accept JSON.',
  429: 'Too many requests from this address or login.',
  500: 'An internal error; the details are in the log only.',
  503: 'This instance is stopping.',
};
const SIGN_IN_PROBLEMS: Problems = {
  401: 'The caller is not signed in, or the session has ended.',
  403: 'The role does not allow this, or a new password must be chosen first.',
};
const BODY_PROBLEMS: Problems = {
  413: 'The body is too long.',
  415: 'The body is not JSON in UTF-8, or it is compressed.',
};
const HEADERS: Record<number, Json> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 'Seconds to wait before a retry.', schema: { type: 'integer' } } },
};

/**
 * Returns the operations together with one that answers with the description of them all, itself included.
 *
 * @param basePath the path below which clients reach the service; empty if it is the root
 */
export function describeApi(operations: readonly ApiOperation[], basePath: string): ApiOperation[] {
  const all = [...operations];
  let description: Description | null = null;
  all.push(
    operation({
      method: 'get',
      path: '/openapi.json',
      id: 'describeApi',
      summary: 'Returns this description.',
      requires: null,
      params: z.strictObject({}),
      body: null,
      answers: {
        200: {
          description: 'The description, in OpenAPI 3.1.',
          name: 'ApiDescription',
          schema: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
        },
      },
      problems: {},
      handle: async () => {
        description ??= describe(all, basePath);
        return answerWith(200, description);
      },
    }),
  );
  return all;
}

/** Describes operations in OpenAPI 3.1, using the schemas that their handlers parse requests and responses with. */
function describe(operations: readonly ApiOperation[], basePath: string): Description {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const paths: Record<string, Json> = {};
  for (const one of operations) {
    const path = `/api${one.path}`;
    paths[path] = { ...paths[path], [one.method]: describeOperation(one) };
  }
  const namedSchemas = operations.flatMap(({ body, answers }) => [
    ...(body ? [[body.name, jsonSchema(body.schema, 'input')]] : []),
    ...Object.values(answers).map(({ name, schema }) => [name, jsonSchema(schema, 'output')]),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portico',
      version,
      description: 'The API for systems without GraphQL. Errors are problem documents (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(namedSchemas), [PROBLEM]: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        [BEARER]: { type: 'http', scheme: 'bearer', description: 'The access token of a GraphQL sign-in.' },
      },
    },
  };
}

function describeOperation(one: ApiOperation): Json {
  const { id, summary, description, requires, params, body, answers, problems } = one;
  const names = Object.keys(params.shape);
  const allProblems: Problems = {
    ...COMMON_PROBLEMS,
    ...(requires && SIGN_IN_PROBLEMS),
    ...(body && BODY_PROBLEMS),
    ...problems,
  };
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    security: requires ? [{ [BEARER]: [] }] : [],
    ...(requires && { 'x-roles': requires }),
    ...(names.length > 0 && { parameters: names.map((name) => describeParameter(name, params)) }),
    ...(body && { requestBody: { required: false, content: contentOf(JSON_BODY, body.name) } }),
    responses: {
      ...mapValues(answers, (answer) => ({
        description: answer.description,
        content: contentOf(JSON_BODY, answer.name),
      })),
      ...mapValues(allProblems, (text, status) => ({
        description: text,
        ...(HEADERS[status] && { headers: HEADERS[status] }),
        content: contentOf(PROBLEM_TYPE, PROBLEM),
      })),
    },
  };
}

function describeParameter(name: string, { shape }: ApiOperation['params']): Json {
  return { name, in: 'path', required: true, schema: jsonSchema(shape[name] as z.ZodType, 'input') };
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

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io });
  return described;
}
