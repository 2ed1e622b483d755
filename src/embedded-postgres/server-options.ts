/** How a server is run. */
export interface EmbeddedPostgresOptions {
  onEvent?: (event: ServerEvent) => void;
  /** Settings of the server's beside ours. */
  settings?: Record<string, string>;
  /** A Unix socket, where the platform has them; else a port with a password. */
  socket?: boolean;
  /** How long a stop may take, 8 s by default; see ServerProcess. */
  stopWithinMs?: number;
}

/** What whoever runs Portico should know, or may want to. */
export type ServerEvent =
  | { type: 'line'; line: string }
  | { type: 'elsewhere'; folder: string; uid: number }
  | { type: 'lost'; reason: string }
  | { type: 'back' }
  | { type: 'not back'; reason: string };
