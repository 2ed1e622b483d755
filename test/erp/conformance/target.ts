import type { Erp, ErpServer } from '../../../src/erp/erp.js';

/** All that is asked of a target has to be answered within it. */
export const TIMEOUT_MS = 60_000;
/** Every target holds one in so many of the demo ERP's rows: enough for many pages, few enough to walk often. */
export const EVERY_NTH = 42;
export const THINNED = `delete from erp.stock where stock_no % ${EVERY_NTH} <> 0`;

/** An ERP that the suites run on. */
export interface Target {
  name: string;
  /** What not every server can do. */
  can: {
    /** Keep U+0000 in a text. */
    nul: boolean;
    /** End a running query when it is told to. */
    giveUp: boolean;
  };
  open(): Promise<OpenTarget>;
}

export interface OpenTarget {
  /** What makes a portal use it. */
  settings: Record<string, string>;
  /** An adapter of its own, with so many connections where that can be chosen. */
  adapter(connections: number): Erp;
  /** Changes what it holds, past any adapter. Values are written @1, @2, … */
  run(sql: string, values?: readonly (string | null)[]): Promise<void>;
  /** A SELECT that takes very long. */
  slow: string;
  /** How many statements of adapters the server is at; null where it doesn't tell. */
  running: (() => Promise<number>) | null;
  /** A SELECT that tells a connection from others, where `running` doesn't tell. */
  session: string | null;
  close(): Promise<void>;
}

/** A server to reach without encryption, and by a port. */
export const PLAIN = {
  instance: undefined,
  encrypt: false,
  trustServerCertificate: false,
  readOnlyIntent: true,
  poolMax: 2,
};

/** What makes a portal use a server. */
export function settingsOf(server: ErpServer): Record<string, string> {
  return {
    ERP_KIND: server.kind,
    ERP_HOST: server.host,
    ...(server.port !== undefined && { ERP_PORT: String(server.port) }),
    ERP_DATABASE: server.database,
    ERP_USER: server.user,
    ERP_PASSWORD: server.password,
    ERP_ENCRYPT: String(server.encrypt),
    ERP_TRUST_SERVER_CERTIFICATE: String(server.trustServerCertificate),
    ERP_QUERY_TIMEOUT_MS: String(TIMEOUT_MS),
    // A server to test on has one login, which may do everything.
    ERP_ALLOW_WRITABLE_LOGIN: 'true',
  };
}
