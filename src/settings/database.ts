import { z } from 'zod';
import type { DatabaseServer } from '../db/data-source.js';
import { type Checked, flag, port, whole } from './values.js';

/** The environment variables of the local database. */
export const databaseSettings = {
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
  // At least 3: one may wait for the audit log's lock, and one may work for a job, while requests go on.
  DB_POOL_MAX: whole(3, 100).default(10),
};

/** Where the local database is. */
export type DatabaseConfig = { kind: 'embedded' } | ({ kind: 'postgres' } & DatabaseServer);

/** Where the local database is, according to the settings. */
export function toDatabase(s: Checked<typeof databaseSettings>): DatabaseConfig {
  if (s.DATABASE_URL === 'embedded' || (!s.DATABASE_URL && !s.DB_HOST)) return { kind: 'embedded' };
  const shared = { kind: 'postgres', ssl: s.DB_SSL, poolMax: s.DB_POOL_MAX } as const;
  if (s.DATABASE_URL) return { ...shared, url: s.DATABASE_URL };
  return {
    ...shared,
    host: s.DB_HOST ?? 'localhost',
    port: s.DB_PORT,
    name: s.DB_NAME,
    user: s.DB_USER,
    password: s.DB_PASSWORD ?? '',
  };
}
