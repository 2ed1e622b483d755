import { z } from 'zod';

const DAY_HOURS = 24;
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'wanted a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const port = whole(0, 65535);
const milliseconds = whole(100, 600_000);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Every setting, as the environment writes it. An empty value counts as left out. */
export const settings = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(5001),
  HOST: z.string().optional(),
  APP_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'wanted an address such as https://portal.example.com' })
    .optional(),
  SECRET_KEY: z.string().optional(),
  SESSION_HOURS: whole(1, 90 * DAY_HOURS).default(12),
  TRUST_PROXY: whole(0, 10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PLAYGROUND_ENABLED: flag.optional(),
  INTROSPECTION_ENABLED: flag.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(embedded|postgres(ql)?:\/\/.+)$/,
      'wanted postgres://user:password@host:port/database, or embedded',
    )
    .optional(),
  DB_HOST: z.string().optional(),
  DB_PORT: port.default(5432),
  DB_NAME: z.string().default('portico'),
  DB_USER: z.string().default('portico'),
  DB_PASSWORD: z.string().optional(),
  DB_SSL: flag.default(false),
  ERP_KIND: z.enum(['mssql', 'postgres', 'embedded']).optional(),
  ERP_HOST: z.string().optional(),
  ERP_PORT: port.optional(),
  ERP_INSTANCE: z.string().optional(),
  ERP_DATABASE: z.string().optional(),
  ERP_USER: z.string().optional(),
  ERP_PASSWORD: z.string().optional(),
  ERP_ENCRYPT: flag.default(true),
  ERP_TRUST_SERVER_CERTIFICATE: flag.default(false),
  ERP_POOL_MAX: whole(1, 100).default(6),
  ERP_QUERY_TIMEOUT_MS: milliseconds.default(15_000),
});
export type Settings = z.infer<typeof settings>;

/** What is wrong with settings that are each well-formed: what is missing beside others, and keys that can be guessed. */
export function problemsTogether(s: Settings): string[] {
  return [...erpProblems(s), ...productionProblems(s)];
}

function erpProblems(s: Settings): string[] {
  if (s.ERP_KIND === undefined || s.ERP_KIND === 'embedded') return [];
  const twice = s.ERP_INSTANCE !== undefined && s.ERP_PORT !== undefined;
  const missing = (['ERP_HOST', 'ERP_DATABASE', 'ERP_USER', 'ERP_PASSWORD'] as const)
    .filter((name) => s[name] === undefined)
    .map((name) => `${name}: missing; ERP_KIND=${s.ERP_KIND} needs it`);
  return twice
    ? [...missing, `ERP_PORT: found ${s.ERP_PORT} beside ERP_INSTANCE; wanted one of the two`]
    : missing;
}

function productionProblems(s: Settings): string[] {
  const problems = s.SECRET_KEY === undefined ? [] : secretKeyProblems(s.SECRET_KEY);
  if (s.NODE_ENV !== 'production') return problems;
  if (s.SECRET_KEY === undefined) problems.push('SECRET_KEY: missing; wanted at least 32 random characters');
  if (s.DATABASE_URL === undefined && s.DB_HOST === undefined) {
    problems.push('DATABASE_URL: missing; wanted postgres://… (or DB_HOST and its companions, or embedded)');
  }
  if (s.ERP_KIND === undefined) problems.push('ERP_KIND: missing; wanted mssql, postgres or embedded');
  if (s.APP_BASE_URL === undefined) {
    problems.push(
      'APP_BASE_URL: missing; wanted the address that people open, such as https://portal.example.com',
    );
  }
  return problems;
}

function secretKeyProblems(key: string): string[] {
  const wanted = 'wanted at least 32 random characters, for instance from: openssl rand -base64 48';
  if (key.length < 32) return [`SECRET_KEY: found ${key.length} characters; ${wanted}`];
  const looksDefault = /secret|password|change.?me|default|example|your.?key|0123456789|abcdefgh/i.test(key);
  if (looksDefault || new Set(key).size < 12) return [`SECRET_KEY: found one that can be guessed; ${wanted}`];
  return [];
}
