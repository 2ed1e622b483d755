import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { SpanKind } from '@opentelemetry/api';
import type { Caller } from '../shared/auth.js';
import { noteCaller, requestScope } from '../shared/request-scope.js';
import { errorCodeOf, validCode } from './error-code.js';
import type { Telemetry } from './telemetry.js';

const MAX_NAME = 100;
const MAX_CODES = 10;

/** The part of the request context that telemetry needs. */
type ObservedContext = Caller;

/** An operation and its outcome. */
interface Answered {
  /** The name in the document; null if it has none or was refused before it was parsed. */
  name: string | null;
  type: string;
  /** The name in the metrics; see OperationNames. */
  label: string;
  /** The distinct codes of its errors. */
  codes: string[];
}

/** Counts, measures and traces operations, and records each operation and its error codes for the request log. */
export function observeOperations(telemetry: Telemetry): ApolloServerPlugin<ObservedContext> {
  const { metrics, tracing } = telemetry;
  return {
    // For example, the database is down. Nothing is known about the operation yet.
    async contextCreationDidFail({ error }) {
      const code = errorCodeOf(error);
      metrics.operation('other', 'unknown', code, 0);
      const scope = requestScope.getStore();
      if (scope) scope.tally.errorCodes = [code];
    },
    async requestDidStart({ contextValue: { viewer, apiKey } }) {
      const started = performance.now();
      const scope = requestScope.getStore();
      const parent = scope?.span ?? null;
      const span = tracing?.start({ name: 'graphql', kind: SpanKind.INTERNAL, parent });
      if (scope) noteCaller(scope.tally, { viewer, apiKey });
      if (scope && span) scope.span = span.spanContext();
      return {
        async willSendResponse(answer) {
          const { name, type, label, codes } = answered(answer, telemetry);
          metrics.operation(label, type, codes[0] ?? 'OK', (performance.now() - started) / 1000);
          if (scope) Object.assign(scope.tally, { operation: { name, type }, errorCodes: codes });
          if (!span) return;
          span.updateName(`${type} ${label}`).setAttribute('graphql.operation.type', type);
          if (name !== null) span.setAttribute('graphql.operation.name', name);
          tracing?.end(span, { failed: codes.length > 0 });
        },
      };
    },
  };
}

function answered(
  { operation, contextValue, response }: GraphQLRequestContextWillSendResponse<ObservedContext>,
  { names }: Telemetry,
): Answered {
  const { body } = response;
  const { data, errors = [] } = body.kind === 'single' ? body.singleResult : body.initialResult;
  const codes = [...new Set(errors.map(({ extensions }) => validCode(extensions?.['code'])))];
  const name = operation?.name?.value ?? null;
  if (name !== null && contextValue.viewer !== null && data !== undefined) names.learn(name);
  return {
    name: name?.slice(0, MAX_NAME) ?? null,
    type: operation?.operation ?? 'unknown',
    label: operation ? names.label(name) : 'other',
    codes: codes.slice(0, MAX_CODES),
  };
}
