import { z } from 'zod';
import type { TraceSettings } from '../telemetry/tracing.js';
import { type Checked, webAddress } from './values.js';

/** Headers in the format of OpenTelemetry: `name=value` pairs, separated by commas, with URL-encoded values. */
const headers = z.string().transform((text, context): Record<string, string> => {
  try {
    const pairs = text.split(',').map((pair): [string, string] => {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
      return [name.trim(), decodeURIComponent(value.trim())];
    });
    return Object.fromEntries(new Headers(pairs));
  } catch {
    context.addIssue({ code: 'custom', message: 'wanted name=value, more of them after commas' });
    return z.NEVER;
  }
});

/** The environment variables of log, metrics and traces. */
export const telemetrySettings = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'wanted at least 16 characters, without blanks')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('http://localhost:4318').optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.default({}),
  OTEL_SERVICE_NAME: z.string().default('portico'),
};
type TelemetrySettings = Checked<typeof telemetrySettings>;

/** Log, metrics and traces of the service. */
export interface TelemetryConfig {
  logLevel: TelemetrySettings['LOG_LEVEL'];
  /** Null if the metrics are not served. A null token means that clients need none to read them. */
  metrics: { token: string | null } | null;
  traces: TraceSettings | null;
}

/** The configuration of log, metrics and traces, from its settings. */
export function toTelemetry(s: TelemetrySettings, production: boolean): TelemetryConfig {
  const { METRICS_TOKEN: token = null, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = s;
  return {
    logLevel: s.LOG_LEVEL,
    metrics: production && token === null ? null : { token },
    traces:
      endpoint === undefined
        ? null
        : { endpoint, headers: s.OTEL_EXPORTER_OTLP_HEADERS, serviceName: s.OTEL_SERVICE_NAME },
  };
}
