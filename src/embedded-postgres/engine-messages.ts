/** What an embedded engine is started with. */
export interface EngineOptions {
  /** Folder of the database's files; null keeps everything in memory. */
  dataDir: string | null;
  /** A data directory to start from, as `EmbeddedPostgres.dump` gave it. */
  snapshot: Uint8Array<ArrayBuffer> | null;
  /** How long a query waits for another connection's transaction before it is refused, in milliseconds. */
  lockTimeoutMs: number;
}

/** From the service to the engine's thread. */
export type ToEngine =
  | { type: 'data'; connection: number; data: Uint8Array }
  | { type: 'end'; connection: number }
  | { type: 'dump' }
  | { type: 'close' };

/** From the engine's thread to the service. */
export type FromEngine =
  | { type: 'ready' }
  | { type: 'data'; connection: number; data: Uint8Array }
  | { type: 'dumped'; snapshot: Uint8Array<ArrayBuffer> }
  | { type: 'closed' };
