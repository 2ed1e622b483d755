import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.js';
import { safeErrorFields } from '../shared/safe-error-fields.js';
import { redactSecrets } from './redact-secrets.js';

/**
 * The log: JSON lines in production, readable otherwise. No secret gets into it.
 *
 * @param destination takes the lines, as JSON, instead of standard output
 */
export function createLogger(
  { logLevel, production }: Pick<Config, 'logLevel' | 'production'>,
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    serializers: { err: stdSerializers.wrapErrorSerializer(safeErrorFields) },
    // On the finished line: it holds for whatever any part logs, in whatever shape, which paths to redact would not.
    hooks: { streamWrite: redactSecrets },
  };
  if (destination) return pino(options, destination);
  return production
    ? pino(options)
    : pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }));
}
