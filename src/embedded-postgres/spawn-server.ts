import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { programOf } from './binaries.js';
import type { Cluster } from './cluster.js';

/**
 * What the guard of a server runs when Portico is gone: stops the server, and after 8 s makes it quit as in a crash.
 */
const STOP_COMMAND =
  'kill -INT $$; for _ in 1 2 3 4 5 6 7 8; do sleep 1; kill -0 $$ || exit; done; kill -QUIT $$';
/** What the guard of initdb runs when Portico is gone: kills initdb with all processes that it started. */
const KILL_COMMAND = 'kill -KILL -$$';

/**
 * A shell script that starts a background process, the guard, and then becomes the program by `exec`. The guard waits
 * on a pipe from Portico. If Portico ends in any way, the pipe closes and the guard runs `endCommand`. A line on the
 * pipe means that the program has ended and the guard has nothing to do.
 */
const guardScript = (
  endCommand: string,
) => `((trap '' INT TERM HUP; read -r _ <&3 || { ${endCommand}; }) >/dev/null 2>&1 &)
exec "$@" 3<&-`;

/** Starts a server process. Its log is on its standard error. */
export function spawnServer(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const settingArgs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawnGuarded(cluster, 'postgres', ['-D', cluster.data, ...settingArgs], STOP_COMMAND);
}

/** Starts initdb, which creates database files. It doesn't outlive Portico either. */
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
  // Runs in its own session: Ctrl-C in a terminal goes to the whole session and must not stop the server before
  // Portico.
  const child = spawn('/bin/sh', ['-c', guardScript(endCommand), 'sh', program, ...args], {
    ...shared,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  // Not standard input, because Node closes that before it emits `exit`.
  const pipe = child.stdio[3] as Writable;
  child.once('exit', () => pipe.end('ended\n'));
  pipe.on('error', () => {});
  return child;
}

/**
 * An environment without Portico's variables, which include secrets. On Windows the server inherits the whole
 * environment, because programs need the system's variables there.
 */
const serverEnvironment = (): NodeJS.ProcessEnv | undefined =>
  process.platform === 'win32' ? undefined : { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

/** The PostgreSQL settings that make a server listen where the cluster says. */
export function listenSettings({ listen }: Cluster, port: number): Record<string, string> {
  const shared = { port: String(port) };
  if (!('socket' in listen)) return { ...shared, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  // PostgreSQL reads this setting as a list, so a path with spaces or commas must be quoted.
  const folder = `"${listen.socket.replaceAll('"', '""')}"`;
  return { ...shared, listen_addresses: '', unix_socket_directories: folder };
}
