import type { z } from 'zod';
import type { DatabaseServer } from './db/data-source.js';
import type { ErpServer } from './erp/erp.js';
import { problemsTogether, type Settings, settings } from './settings.js';

/** Where the local data lives. */
export type DatabaseConfig = { kind: 'embedded' } | ({ kind: 'postgres' } & DatabaseServer);

/** Where the inventory comes from. */
export type ErpConfig = { kind: 'embedded' } | ErpServer;

/** The settings of one run, checked. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Null outside production where none was given: one is made and kept in the data folder. */
  secretKey: string | null;
  sessionHours: number;
  /** How many proxies in front may be believed about a client's address. */
  trustProxy: number;
  logLevel: Settings['LOG_LEVEL'];
  playground: boolean;
  introspection: boolean;
  dataDir: string;
  database: DatabaseConfig;
  erp: ErpConfig;
  erpQueryTimeoutMs: number;
}

/** One or more settings are wrong; the message has a line for each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Portico can't start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** Settings whose value must not appear in an error message. */
const SECRET = /SECRET|PASSWORD|DATABASE_URL/;

/** Reads the settings of this process. @throws ConfigError naming every wrong setting at once */
export function readConfig(): Config {
  return parseConfig(process.env);
}

/** Checks settings and gives them their shape. @throws ConfigError naming every wrong setting at once */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = new Set(issues.map((issue) => String(issue.path[0])));
  // What can be judged in spite of the wrong settings is judged too: one message has them all.
  const lenient = parsed.data ?? settings.parse(without(given, wrong));
  const further = problemsTogether(lenient);
  const problems = [
    ...issues.map((issue) => describe(issue, given)),
    // One that is there but wrong isn't missing.
    ...further.filter((problem) => !wrong.has(problem.slice(0, problem.indexOf(':')))),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(lenient);
}

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const found = SECRET.test(name) ? 'a value' : `"${given[name]}"`;
  return `${name}: found ${found}; ${issue.message}`;
}

function without(given: Record<string, string | undefined>, wrong: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
}

function toConfig(s: Settings): Config {
  const production = s.NODE_ENV === 'production';
  return {
    production,
    // Demo logins are open to whoever reaches the port, so outside production only this machine does.
    host: s.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: s.PORT,
    secretKey: s.SECRET_KEY ?? null,
    sessionHours: s.SESSION_HOURS,
    trustProxy: s.TRUST_PROXY,
    logLevel: s.LOG_LEVEL,
    playground: s.PLAYGROUND_ENABLED ?? !production,
    introspection: s.INTROSPECTION_ENABLED ?? !production,
    dataDir: s.DATA_DIR,
    database: toDatabase(s),
    erp: toErp(s),
    erpQueryTimeoutMs: s.ERP_QUERY_TIMEOUT_MS,
  };
}

function toDatabase(s: Settings): DatabaseConfig {
  if (s.DATABASE_URL === 'embedded' || (!s.DATABASE_URL && !s.DB_HOST)) return { kind: 'embedded' };
  if (s.DATABASE_URL) return { kind: 'postgres', url: s.DATABASE_URL, ssl: s.DB_SSL };
  return {
    kind: 'postgres',
    host: s.DB_HOST ?? 'localhost',
    port: s.DB_PORT,
    name: s.DB_NAME,
    user: s.DB_USER,
    password: s.DB_PASSWORD ?? '',
    ssl: s.DB_SSL,
  };
}

function toErp(s: Settings): ErpConfig {
  if (s.ERP_KIND === undefined || s.ERP_KIND === 'embedded') return { kind: 'embedded' };
  return {
    kind: s.ERP_KIND,
    host: s.ERP_HOST ?? '',
    port: s.ERP_PORT,
    instance: s.ERP_INSTANCE,
    database: s.ERP_DATABASE ?? '',
    user: s.ERP_USER ?? '',
    password: s.ERP_PASSWORD ?? '',
    encrypt: s.ERP_ENCRYPT,
    trustServerCertificate: s.ERP_TRUST_SERVER_CERTIFICATE,
    poolMax: s.ERP_POOL_MAX,
  };
}
