import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'portico-bench-logs-'));
const children = new Set();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
// Node.js ends at once by a signal, and its children would stay.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a server. Its output goes to a file, whoever it is, and its address is read from there.
 *
 * @param file what Node.js runs
 * @param env all of its environment besides PATH
 * @param address finds the address in what it has printed
 * @returns {Promise<{ pid: number, url: URL, end(): Promise<void> }>}
 */
export async function startServer(file, { args = [], env, address = /^URL (\S+)$/m }) {
  const output = join(folder, `${children.size}-${Date.now()}-${process.hrtime()[1]}.log`);
  const descriptor = openSync(output, 'w');
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
    stdio: ['ignore', descriptor, descriptor],
  });
  children.add(child);
  const exited = once(child, 'exit');
  const printed = () => readFileSync(output, 'utf8');
  const deadline = Date.now() + START_MS;
  while (!address.test(printed())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${file} did not start:\n${printed().slice(-4_000)}`);
    }
    await sleep(10);
  }
  const tellWhy = () => process.stderr.write(`${file} ended:\n${printed().slice(-4_000)}`);
  child.once('exit', tellWhy);
  const [, url] = address.exec(printed()) ?? [];
  return {
    pid: Number(child.pid),
    url: new URL(url ?? ''),
    async end() {
      child.off('exit', tellWhy);
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await exited;
      }
      children.delete(child);
    },
  };
}
