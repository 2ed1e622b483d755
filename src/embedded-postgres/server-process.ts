import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { programOf } from './binaries.js';
import type { Cluster } from './cluster.js';
import { SETTINGS } from './server-options.js';
import { listenSettings, spawnServer } from './spawn-server.js';

/** Told each line that the server writes of itself: that it starts and stops, and what ended it. */
export type OnServerLine = (line: string) => void;

/** Another server works on the files. */
export class FilesInUse extends Error {}

const READY = /ready to accept connections/;
const IN_USE = /lock file .* already exists|could not bind|could not create any|pre-existing shared memory/;
/** How long a stop may take, all in all. */
const STOP_TIMEOUT_MS = 8_000;
/** What a server that has ended leaves running ends within this time, or hangs. */
const CLOSE_TIMEOUT_MS = 3_000;
/** How a stop gets more urgent, by the share of its time that is over; see "Shutting Down the Server" of its manual. */
const STOP_STEPS: [after: number, signal: NodeJS.Signals][] = [
  // Connections that others hold may have ended by themselves.
  [1 / 8, 'SIGINT'],
  // One that is told to stop while it recovers from a crash never does. The next start recovers what is left.
  [5 / 8, 'SIGQUIT'],
  [1, 'SIGKILL'],
];

interface StopOptions {
  /** How long it may take, 8 s by default. */
  within?: number | undefined;
  /** Whether connections that others hold are ended without a moment's grace. */
  atOnce?: boolean;
}

/** A server that runs, and accepts connections. */
export class ServerProcess {
  /** Resolves with what it came to, however it ended. */
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
   * @throws FilesInUse where another server has them, or an Error with the server's own last words
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
   * Lets connections that others hold end for a moment, ends those that are left, and writes everything out. A server that
   * doesn't stop is ended; what was committed is in its log.
   */
  async stop({ within = STOP_TIMEOUT_MS, atOnce = false }: StopOptions = {}): Promise<void> {
    const { child, cluster } = this;
    if (process.platform === 'win32') {
      const stopping = [`stop`, '-w', '-m', 'fast', '-D', cluster.data];
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

/** Once it and all that it started have ended: their common end of the pipe is closed then. */
function endReason(child: ChildProcess, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // One of its own that hangs is not waited for without end.
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

/** Free just now; another program that takes it first makes the start fail. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
