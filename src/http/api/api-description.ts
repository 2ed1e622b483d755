import { z } from 'zod';
import { SERVICE_VERSION } from '../../shared/service-version.js';
import {
  BEARER,
  describeOperation,
  type Json,
  jsonSchema,
  PROBLEM,
  SIGNED_ADDRESS,
} from './describe-operation.js';
import { type ApiOperation, answerWith, operation } from './operation.js';
import { problemSchema } from './problem.js';

/** An OpenAPI description, with the fields that every one has. */
type Description = Json & { openapi: string; paths: Record<string, Json> };

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
  const paths: Record<string, Json> = {};
  for (const one of operations) {
    const path = `/api${one.path}`;
    paths[path] = { ...paths[path], [one.method]: describeOperation(one) };
  }
  const namedSchemas = operations.flatMap(({ body, answers }) => [
    ...(body && 'schema' in body ? [[body.name, jsonSchema(body.schema, 'input')]] : []),
    ...Object.values(answers).flatMap((answer) =>
      'schema' in answer ? [[answer.name, jsonSchema(answer.schema, 'output')]] : [],
    ),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Portico',
      version: SERVICE_VERSION,
      description: 'The API for systems without GraphQL. Errors are problem documents (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    paths,
    components: {
      schemas: { ...Object.fromEntries(namedSchemas), [PROBLEM]: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        [BEARER]: { type: 'http', scheme: 'bearer', description: 'The access token of a GraphQL sign-in.' },
        [SIGNED_ADDRESS]: {
          ...{ type: 'apiKey', in: 'query', name: 'access' },
          description:
            'Part of the addresses that GraphQL returns. Valid for minutes, and for the session that asked.',
        },
      },
    },
  };
}
