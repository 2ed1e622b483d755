import { type Span, SpanKind } from '@opentelemetry/api';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { requestScope } from '../shared/request-scope.js';
import { rootTypes } from '../shared/root-types.js';
import { errorCodeOf } from './error-code.js';
import type { Telemetry } from './telemetry.js';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

const LOGIN = 'Mutation.login';
/** Codes of errors caused by Portico or the ERP. All other codes refuse the caller's request. */
const FAILURES = new Set(['INTERNAL_SERVER_ERROR', 'ERP_UNAVAILABLE']);

/**
 * Measures and traces the resolvers of root fields, including the role check. Nested fields are not measured. The fields
 * are changed in place.
 */
export function observeRootFields(schema: GraphQLSchema, telemetry: Telemetry): void {
  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      field.resolve = observed(
        `${type.name}.${field.name}`,
        field.resolve ?? defaultFieldResolver,
        telemetry,
      );
    }
  }
}

function observed(field: string, resolve: Resolver, { metrics, tracing }: Telemetry): Resolver {
  const end = (started: number, span: Span | undefined, code: string) => {
    const outcome = code === 'OK' ? 'ok' : FAILURES.has(code) ? 'failed' : 'refused';
    metrics.rootField(field, outcome, (performance.now() - started) / 1000);
    if (field === LOGIN) metrics.login(code);
    if (span) tracing?.end(span, { failed: outcome === 'failed' });
  };
  return async (source, args, context, info) => {
    const started = performance.now();
    const scope = requestScope.getStore();
    const parent = scope?.span ?? null;
    const span = tracing?.start({ name: field, kind: SpanKind.INTERNAL, parent });
    const run = () => resolve(source, args, context, info);
    try {
      // Queries that the resolver sends to the database and the ERP become children of this span.
      const inner = scope && span && { ...scope, span: span.spanContext() };
      const result: unknown = await (inner ? requestScope.run(inner, run) : run());
      end(started, span, 'OK');
      return result;
    } catch (error) {
      end(started, span, errorCodeOf(error));
      throw error;
    }
  };
}
