import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../../shared/package-root.js';
import { type ApiOperation, answerWith, operation } from './operation.js';
import { PROBLEM_TYPE, problemSchema } from './problem.js';

type Json = Record<string, unknown>;
/** All that is known of a description for sure. */
type Description = Json & { openapi: string; paths: Record<string, Json> };

const JSON_BODY = 'application/json';
const PROBLEM = 'Problem';
const TOKEN_SCHEME = 'accessToken';
type Problems = Readonly<Record<number, string>>;

/** The problems that any operation may have. */
const COMMON_PROBLEMS: Problems = {
  400: 'The request could not be read, or its input is wrong.',
  406: 'The caller does not take JSON.',
  429: 'The address or the login asks too often.',
  500: 'An error of ours, masked.',
  503: 'This instance is stopping, or something that it needs does not answer.',
};
const SIGN_IN_PROBLEMS: Problems = {
  401: 'Nobody is signed in, or no longer.',
  403: 'The role does not allow this, or a new password must be chosen first.',
};
const BODY_PROBLEMS: Problems = {
  413: 'The body is too long.',
  415: 'The body is not JSON in UTF-8, or compressed.',
};
const HEADERS: Record<number, Json> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 'In seconds.', schema: { type: 'integer' } } },
};

/** These operations, and the one that describes them all. */
export function describeApi(operations: readonly ApiOperation[]): ApiOperation[] {
  const all = [...operations];
  let description: Description | null = null;
  all.push(
    operation({
      method: 'get',
      path: '/openapi.json',
      id: 'describeApi',
      summary: 'This description.',
      requires: null,
      params: z.strictObject({}),
      body: null,
      answers: {
        200: {
          description: 'OpenAPI 3.1.',
          name: 'ApiDescription',
          schema: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
        },
      },
      problems: {},
      handle: async () => {
        description ??= describe(all);
        return answerWith(200, description);
      },
    }),
  );
  return all;
}

/** The description of operations as OpenAPI 3.1 has it, made from what their handlers parse and answer with. */
function describe(operations: readonly ApiOperation[]): Description {
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
      description: 'What systems without GraphQL can do. Errors are problem documents (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(namedSchemas), [PROBLEM]: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        [TOKEN_SCHEME]: {
          type: 'http',
          scheme: 'bearer',
          description: 'The access token of a sign-in by GraphQL.',
        },
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
    security: requires ? [{ [TOKEN_SCHEME]: [] }] : [],
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
