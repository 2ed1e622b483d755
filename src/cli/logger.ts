import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.js';
import { safeErrorFields } from '../shared/safe-error-fields.js';
import { redactSecrets } from './redact-secrets.js';

/**
 * In production, lines are written some at a time, so that a request doesn't wait for its own. What is left is written when
 * the process ends, however it does, unless it is killed.
 */
const BUFFERED = { sync: false, minLength: 4_096, periodicFlush: 200 };

/**
 * Creates the log: lines of JSON in production, formatted for people otherwise. Secrets are redacted.
 *
 * @param destination receives the lines, as JSON, instead of standard output
 */
export function createLogger(
  { logLevel, production }: Pick<Config, 'logLevel' | 'production'>,
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    base: null,
    serializers: { err: stdSerializers.wrapErrorSerializer(safeErrorFields) },
    // Applied to the finished line, to cover everything that is logged, in any shape. Redaction by path would not.
    hooks: { streamWrite: redactSecrets },
  };
  if (destination) return pino(options, destination);
  return production
    ? pino(options, pino.destination(BUFFERED))
    : pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }));
}
