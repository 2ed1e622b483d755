import { type Logger, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../config.js';
import { withoutValues } from '../shared/log-error.js';

/** What is never written, wherever in a logged object it stands. */
const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'passwordHash',
  'token',
  'accessToken',
  'authorization',
];

/** The log: JSON lines in production, readable otherwise. */
export function createLogger(config: Config): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    serializers: { err: stdSerializers.wrapErrorSerializer(withoutValues) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
  };
  return config.production
    ? pino(options)
    : pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }));
}
