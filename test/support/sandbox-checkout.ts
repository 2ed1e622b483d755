import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './doc-commands.js';
import type { Finished } from './spawn-portico.js';

const COPIED = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', '.npmrc'],
  ...['scripts', 'sql', 'schema', 'docker', 'docs'],
];
/** What no command writes to: to copy its thousands of files takes seconds. The build comes after its sources. */
const LINKED = ['src', 'migrations', 'web', 'dist'];
/** By its time, a build is up to date. */
const STAMP = 'built.json';

/** A copy of the checkout as it is after `npm ci`: with its packages, and built. */
export interface SandboxCheckout {
  folder: string;
  /** What npm asked the registry; a test expects nothing. */
  requests: string[];
  /** Runs a line of shell in it, with nothing of this process's environment but its PATH. */
  run(line: string, as?: { uid: number; gid: number }): Promise<Finished>;
  /** Starts a line of shell in a process group of its own; `end` sends the group SIGTERM and waits for all of it. */
  start(line: string): { output(): string; ended: Promise<Finished>; end(): Promise<Finished> };
  close(): Promise<void>;
}

/** Adds a folder with a curl that needs nothing but Node. @returns the folder, for a PATH */
export function addCurl(folder: string): string {
  const bin = join(folder, 'home/bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(fileURLToPath(new URL('curl.mjs', import.meta.url)), join(bin, 'curl'));
  return bin;
}

/** Makes a folder with the same files, by hard links where the file system has them. A build is up to date in it. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (entry.name === STAMP) copyFileSync(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** Makes the copy in an empty folder, and a registry that knows no package. */
export async function sandboxCheckout(folder: string): Promise<SandboxCheckout> {
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of LINKED) linkFiles(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const requests: string[] = [];
  const registry = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const { port } = registry.address() as AddressInfo;
  // The machine's own curl is used, if it has one.
  const PATH = `${process.env['PATH']}:${addCurl(folder)}`;
  const env = { PATH, HOME: join(folder, 'home'), npm_config_registry: `http://127.0.0.1:${port}/` };
  const launch = (line: string, as = {}) => {
    const child = spawn('sh', ['-c', line], { cwd: folder, env, detached: true, ...as });
    child.stdin.end();
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    const ended = new Promise<Finished>((resolve, reject) => {
      child.once('error', reject);
      // Once every process of the group has closed its output.
      child.once('close', (code) => resolve({ code, ...printed }));
    });
    return { child, ended, output: () => printed.stdout + printed.stderr };
  };
  return {
    folder,
    requests,
    run: (line, as) => launch(line, as).ended,
    start: (line) => {
      const { child, ended, output } = launch(line);
      const end = () => {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
        return ended;
      };
      return { ended, output, end };
    },
    close: () => new Promise((resolve) => registry.close(() => resolve())),
  };
}
