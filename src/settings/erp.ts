import { z } from 'zod';
import type { ErpServer } from '../erp/erp.js';
import { erpConnectionProblems, erpConnectionSettings, toErpConnection } from './erp-connection.js';
import { erpHostProblems, toErpAddress } from './erp-host.js';
import { type Checked, flag, milliseconds, port, whole } from './values.js';

/** The environment variables of the ERP. */
export const erpSettings = {
  ERP_KIND: z.enum(['mssql', 'postgres', 'embedded']).optional(),
  ERP_HOST: z.string().optional(),
  ERP_PORT: port.optional(),
  ERP_INSTANCE: z.string().optional(),
  ERP_DATABASE: z.string().optional(),
  ERP_USER: z.string().optional(),
  ERP_PASSWORD: z.string().optional(),
  ...erpConnectionSettings,
  ERP_POOL_MAX: whole(1, 100).default(6),
  ERP_QUERY_TIMEOUT_MS: milliseconds.default(15_000),
  ERP_QUEUE_MAX: whole(0, 100_000).default(500),
  ERP_EXPORTS_MAX: whole(0, 20).default(4),
  EXPORT_TIMEOUT_SECONDS: whole(1, 86_400).default(600),
  ERP_STALE_MAX_SECONDS: whole(0, 86_400).default(300),
  ERP_STALE_MAX_MB: whole(1, 4096).default(64),
  ERP_ALLOW_WRITABLE_LOGIN: flag.default(false),
};
type ErpSettings = Checked<typeof erpSettings>;

/** The ERP that the inventory is read from. */
export type ErpConfig = { kind: 'embedded' } | ErpServer;

/** How the ERP is protected from load, and which older answers may be given while it doesn't answer. */
export interface ErpGuardConfig {
  /** How many queries may wait in the queue. */
  queueMax: number;
  /** How many exports may run at a time; 0 allows none. Each has a connection of its own. */
  exportsMax: number;
  /** How long one export may take. */
  exportTimeoutMs: number;
  /** The maximum age of a last good answer; 0 gives none. */
  staleMaxSeconds: number;
  /** The maximum memory for all last good answers together. */
  staleMaxBytes: number;
  /** Whether a login that could write is accepted. */
  allowWritable: boolean;
}

/** Missing settings that this kind of ERP needs, and a server that can't be found by them. */
export function erpProblems(s: ErpSettings): string[] {
  if (s.ERP_KIND === undefined || s.ERP_KIND === 'embedded') return [];
  const missing = (['ERP_HOST', 'ERP_DATABASE', 'ERP_USER', 'ERP_PASSWORD'] as const)
    .filter((name) => s[name] === undefined)
    .map((name) => `${name}: missing; ERP_KIND=${s.ERP_KIND} needs it`);
  return [...missing, ...erpConnectionProblems(s), ...erpHostProblems(s)];
}

/** The ERP of the settings; the embedded demo if no kind is set. */
export function toErp(s: ErpSettings): ErpConfig {
  if (s.ERP_KIND === undefined || s.ERP_KIND === 'embedded') return { kind: 'embedded' };
  return {
    kind: s.ERP_KIND,
    ...toErpAddress(s),
    database: s.ERP_DATABASE ?? '',
    user: s.ERP_USER ?? '',
    password: s.ERP_PASSWORD ?? '',
    ...toErpConnection(s),
    poolMax: s.ERP_POOL_MAX,
  };
}

/** How the ERP is protected, according to the settings. */
export function toErpGuard(s: ErpSettings): ErpGuardConfig {
  return {
    queueMax: s.ERP_QUEUE_MAX,
    exportsMax: s.ERP_EXPORTS_MAX,
    exportTimeoutMs: s.EXPORT_TIMEOUT_SECONDS * 1_000,
    staleMaxSeconds: s.ERP_STALE_MAX_SECONDS,
    staleMaxBytes: s.ERP_STALE_MAX_MB * 1_048_576,
    allowWritable: s.ERP_ALLOW_WRITABLE_LOGIN,
  };
}
