import { z } from 'zod';
import type { DatabaseServer } from '../db/data-source.js';
import { databaseUrlProblem } from './database-url.js';
import { POSTGRES_HOST_WANTED, parsePostgresHost, portContradiction } from './server-host.js';
import { type Checked, flag, port, whole } from './values.js';

/** The environment variables of the local database. */
export const databaseSettings = {
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .superRefine((text, context) => {
      const problem = databaseUrlProblem(text);
      if (problem !== null) context.addIssue({ code: 'custom', message: problem });
    })
    .optional(),
  DB_HOST: z
    .string()
    .refine((text) => parsePostgresHost(text) !== null, POSTGRES_HOST_WANTED)
    .optional(),
  DB_PORT: port.optional(),
  DB_NAME: z.string().default('portico'),
  DB_USER: z.string().default('portico'),
  DB_PASSWORD: z.string().optional(),
  DB_SSL: flag.default(false),
  // At least 3: one may wait for the audit log's lock, and one may work for a job, while requests go on.
  DB_POOL_MAX: whole(3, 100).default(10),
};

/** Where the local database is. */
export type DatabaseConfig = { kind: 'embedded' } | ({ kind: 'postgres' } & DatabaseServer);

/** A port beside the host that differs from the one after it. */
export function databaseProblems({ DB_HOST, DB_PORT }: Checked<typeof databaseSettings>): string[] {
  return portContradiction('DB', DB_PORT, parsePostgresHost(DB_HOST ?? '')?.port);
}

/** Where the local database is, according to the settings. */
export function toDatabase(s: Checked<typeof databaseSettings>): DatabaseConfig {
  if (s.DATABASE_URL === 'embedded' || (!s.DATABASE_URL && !s.DB_HOST)) return { kind: 'embedded' };
  const shared = { kind: 'postgres', ssl: s.DB_SSL, poolMax: s.DB_POOL_MAX } as const;
  if (s.DATABASE_URL) return { ...shared, url: s.DATABASE_URL };
  const { host = 'localhost', port: portOfHost } = parsePostgresHost(s.DB_HOST ?? '') ?? {};
  return {
    ...shared,
    host,
    port: s.DB_PORT ?? portOfHost ?? 5432,
    name: s.DB_NAME,
    user: s.DB_USER,
    password: s.DB_PASSWORD ?? '',
  };
}
