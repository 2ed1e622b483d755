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

/** What it is told at each start, whatever its files say. */
export const SETTINGS = {
  max_connections: '60',
  shared_buffers: '32MB',
  // Fewer processes: nothing here is large enough for them.
  io_method: 'sync',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  // For a backup and nothing else.
  max_wal_senders: '2',
  max_replication_slots: '0',
  max_wal_size: '256MB',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // What ends the server, and not a word of any statement: their values are nobody's business.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
  // Whatever a restored copy's files say: no program is run, and no library loaded, but ours.
  restore_command: '',
  archive_cleanup_command: '',
  recovery_end_command: '',
  archive_command: '',
  archive_library: '',
  ssl_passphrase_command: '',
  shared_preload_libraries: '',
  session_preload_libraries: '',
  local_preload_libraries: '',
  primary_conninfo: '',
  logging_collector: 'off',
  log_destination: 'stderr',
};
