import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { programOf } from './binaries.js';
import type { Cluster } from './cluster.js';

/** What a program comes to whose Portico is gone: a server stops, and if it doesn't, ends as after a crash. */
const STOP_COMMAND =
  'kill -INT $$; for _ in 1 2 3 4 5 6 7 8; do sleep 1; kill -0 $$ || exit; done; kill -QUIT $$';
/** Anything else ends at once, with all that it started. */
const KILL_COMMAND = 'kill -KILL -$$';

/**
 * Becomes the program, and leaves a process behind that ends it where Portico is gone: its end of the pipe closes then,
 * however Portico ended. A line on the pipe says that the program has ended and there is nothing to do.
 */
const guardScript = (
  endCommand: string,
) => `((trap '' INT TERM HUP; read -r _ <&3 || { ${endCommand}; }) >/dev/null 2>&1 &)
exec "$@" 3<&-`;

/** A server's process. Its errors are its log. */
export function spawnServer(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const settingArgs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawnGuarded(cluster, 'postgres', ['-D', cluster.data, ...settingArgs], STOP_COMMAND);
}

/** The process that makes database files; it doesn't outlive Portico either. */
export const spawnInitdb = (cluster: Cluster, args: string[]): ChildProcess =>
  spawnGuarded(cluster, 'initdb', args, KILL_COMMAND);

function spawnGuarded(
  { binaries, folder, user }: Cluster,
  name: 'postgres' | 'initdb',
  args: string[],
  endCommand: string,
): ChildProcess {
  const program = programOf(binaries, name);
  const shared = { cwd: folder, env: serverEnvironment(), ...user };
  if (process.platform === 'win32') {
    return spawn(program, args, { ...shared, windowsHide: true, stdio: ['ignore', 'ignore', 'pipe'] });
  }
  // A session of its own: what a terminal sends to everybody in it, such as Ctrl-C, must not stop the server first.
  const child = spawn('/bin/sh', ['-c', guardScript(endCommand), 'sh', program, ...args], {
    ...shared,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  // No standard input: Node closes that before it tells of the end.
  const pipe = child.stdio[3] as Writable;
  child.once('exit', () => pipe.end('ended\n'));
  pipe.on('error', () => {});
  return child;
}

/** Nothing of Portico's own, where secrets are; Windows can't do without what it sets itself. */
const serverEnvironment = (): NodeJS.ProcessEnv | undefined =>
  process.platform === 'win32' ? undefined : { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/** Where a server listens, as its settings have it. */
export function listenSettings({ listen }: Cluster, port: number): Record<string, string> {
  const shared = { port: String(port) };
  if (!('socket' in listen)) return { ...shared, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  // A list to PostgreSQL: a name with blanks or commas stands in quotes.
  const folder = `"${listen.socket.replaceAll('"', '""')}"`;
  return { ...shared, listen_addresses: '', unix_socket_directories: folder };
}
