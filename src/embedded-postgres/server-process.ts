import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { programOf } from './binaries.js';
import type { Cluster } from './cluster.js';
import { SETTINGS } from './server-options.js';
import { listenSettings, spawnServer } from './spawn-server.js';

/** Called with each line of the server's log: starts, stops, and what ended it. */
export type OnServerLine = (line: string) => void;

/** Another server uses the database files. */
export class FilesInUse extends Error {}

const READY = /ready to accept connections/;
const IN_USE = /lock file .* already exists|could not bind|could not create any|pre-existing shared memory/;
/** The default time limit for a whole stop. */
const STOP_TIMEOUT_MS = 8_000;
/** Processes that a server leaves behind end within this time; otherwise they hang. */
const CLOSE_TIMEOUT_MS = 3_000;
/**
 * The signals of a stop, each with the fraction of the time limit after which it is sent. See "Shutting Down the
 * Server" in the PostgreSQL manual.
 */
const STOP_STEPS: [after: number, signal: NodeJS.Signals][] = [
  // Fast shutdown. Until then, clients have time to close their connections.
  [1 / 8, 'SIGINT'],
  // Immediate shutdown, because a server told to stop during crash recovery never stops. The next start recovers.
  [5 / 8, 'SIGQUIT'],
  [1, 'SIGKILL'],
];

interface StopOptions {
  /** The time limit in milliseconds, 8000 by default. */
  within?: number | undefined;
  /** Whether to end open connections immediately. */
  atOnce?: boolean;
}

/** A running server that accepts connections. */
export class ServerProcess {
  /** Resolves with the reason when the server has ended. */
  readonly ended: Promise<string>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly cluster: Cluster,
    readonly port: number,
    ended: Promise<string>,
  ) {
    this.ended = ended;
  }

  /**
   * Starts a server on a cluster's files.
   *
   * @throws FilesInUse if another server uses them, or an Error with the server's last log line
   */
  static async start(
    cluster: Cluster,
    {
      onLine,
      settings = {},
      port,
    }: { onLine: OnServerLine; settings?: Record<string, string>; port?: number },
  ): Promise<ServerProcess> {
    const listenPort = port ?? ('socket' in cluster.listen ? 5432 : await freePort());
    const child = spawnServer(cluster, { ...SETTINGS, ...listenSettings(cluster, listenPort), ...settings });
    const lastLines: string[] = [];
    const ready = new Promise<void>((resolve) => {
      eachLine(child, (line) => {
        onLine(line);
        lastLines.push(line);
        if (lastLines.length > 20) lastLines.shift();
        if (READY.test(line)) resolve();
      });
    });
    const ended = endReason(child, lastLines);
    const failedStart = ended.then((reason) => {
      const message = `The embedded database doesn't start: ${reason}`;
      throw IN_USE.test(reason) ? new FilesInUse(message) : new Error(message);
    });
    await Promise.race([ready, failedStart]);
    failedStart.catch(() => {});
    return new ServerProcess(child, cluster, listenPort, ended);
  }

  /**
   * Gives clients a moment to close their connections, ends the remaining ones, and writes all data to disk. A server
   * that doesn't stop is killed; committed data is safe in its write-ahead log.
   */
  async stop({ within = STOP_TIMEOUT_MS, atOnce = false }: StopOptions = {}): Promise<void> {
    const { child, cluster } = this;
    if (process.platform === 'win32') {
      const stopping = ['stop', '-w', '-m', 'fast', '-D', cluster.data];
      await once(spawn(programOf(cluster.binaries, 'pg_ctl'), stopping, { stdio: 'ignore' }), 'close');
    } else {
      child.kill(atOnce ? 'SIGINT' : 'SIGTERM');
      const timers = STOP_STEPS.map(([after, signal]) =>
        setTimeout(() => void child.kill(signal), after * within),
      );
      await this.ended;
      for (const timer of timers) clearTimeout(timer);
    }
    await this.ended;
  }
}

function eachLine({ stderr }: ChildProcess, onLine: OnServerLine): void {
  let rest = '';
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line.trim());
  });
}

/**
 * Resolves with the reason when the server and all processes that it started have ended, because only then is their
 * shared end of the pipe closed.
 */
function endReason(child: ChildProcess, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Limits the wait for a child of the server that hangs.
    child.once('exit', () =>
      setTimeout(() => {
        for (const pipe of child.stdio) pipe?.destroy();
      }, CLOSE_TIMEOUT_MS).unref(),
    );
    child.once('close', (code, signal) => {
      const fatal = lines.findLast((line) => /^(FATAL|PANIC):/.test(line)) ?? lines.at(-1);
      resolve(fatal ?? `it ended with ${signal ?? `code ${code}`}`);
    });
  });
}

/** Finds a port that is free now. If another program takes it before the server does, the start fails. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
