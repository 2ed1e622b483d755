/** Options for running a server. */
export interface EmbeddedPostgresOptions {
  onEvent?: (event: ServerEvent) => void;
  /** PostgreSQL settings in addition to SETTINGS; they take precedence. */
  settings?: Record<string, string>;
  /** Whether to listen on a Unix socket; otherwise on a port with a password. By default true, except on Windows. */
  socket?: boolean;
  /** The time limit for a stop in milliseconds, 8000 by default; see ServerProcess. */
  stopWithinMs?: number;
}

/** Events that the operator of Portico should know about, or may want to. */
export type ServerEvent =
  | { type: 'line'; line: string }
  | { type: 'elsewhere'; folder: string; uid: number }
  | { type: 'lost'; reason: string }
  | { type: 'back' }
  | { type: 'not back'; reason: string };

/** Settings that are passed at each start. They override the server's configuration files. */
export const SETTINGS = {
  max_connections: '60',
  shared_buffers: '32MB',
  // Keeps the number of processes low: no query here is large enough to need more.
  io_method: 'sync',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  // Needed only for backups.
  max_wal_senders: '2',
  max_replication_slots: '0',
  max_wal_size: '256MB',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Logs what ends the server, but no statements, because their values are confidential.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
  // Overrides the files of a restored backup, so that they can't make the server run programs or load libraries.
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
