import { z } from 'zod';
import type { TraceSettings } from '../telemetry/tracing.js';
import type { Checked } from './values.js';

/** `name=value`, more of them after commas, and values URL-encoded: what OpenTelemetry takes for headers. */
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

/** The settings about log, metrics and traces, as the environment writes them. */
export const telemetrySettings = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'wanted at least 16 characters, without blanks')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'wanted an address such as http://localhost:4318' })
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.default({}),
  OTEL_SERVICE_NAME: z.string().default('portico'),
};
type TelemetrySettings = Checked<typeof telemetrySettings>;

/** What the service says of itself, and to whom. */
export interface TelemetryConfig {
  logLevel: TelemetrySettings['LOG_LEVEL'];
  /** Who may read the metrics: whoever has the token, anyone where it is null, nobody where there is none of it. */
  metrics: { token: string | null } | null;
  traces: TraceSettings | null;
}

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
