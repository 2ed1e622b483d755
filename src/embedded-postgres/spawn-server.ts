import { type ChildProcess, spawn } from 'node:child_process';
import { programOf } from './binaries.js';
import type { Cluster } from './cluster.js';

/**
 * Becomes the server, and leaves a process behind that stops it where Portico is gone: its end of the pipe closes then,
 * however Portico ended. A line on the pipe says that the server has stopped and there is nothing to do.
 */
const GUARDED = `exec 3<&0 </dev/null
((trap '' INT TERM HUP; read -r _ <&3 || kill -INT $$) >/dev/null 2>&1 &)
exec "$@" 3<&-`;

/** A server's process. Its standard input is the pipe that tells it of Portico's end, and its errors are its log. */
export function spawnServer(
  { binaries, data, folder, user }: Cluster,
  settings: Record<string, string>,
): ChildProcess {
  const args = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const program = programOf(binaries, 'postgres');
  const shared = { cwd: folder, env: serverEnvironment(), ...user };
  if (process.platform === 'win32') {
    return spawn(program, args, { ...shared, windowsHide: true, stdio: ['pipe', 'ignore', 'pipe'] });
  }
  // A session of its own: what a terminal sends to everybody in it, such as Ctrl-C, must not stop the server first.
  return spawn('/bin/sh', ['-c', GUARDED, 'sh', program, ...args], {
    ...shared,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/** Nothing of Portico's own, where secrets are; Windows can't do without what it sets itself. */
export const serverEnvironment = (): NodeJS.ProcessEnv | undefined =>
  process.platform === 'win32' ? undefined : { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/** Where a server listens, as its settings have it. */
export function listening({ listen }: Cluster, port: number): Record<string, string> {
  const shared = { port: String(port) };
  if (!('socket' in listen)) return { ...shared, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  // A list to PostgreSQL: a name with blanks or commas stands in quotes.
  const folder = `"${listen.socket.replaceAll('"', '""')}"`;
  return { ...shared, listen_addresses: '', unix_socket_directories: folder };
}
