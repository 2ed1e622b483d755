import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The number of the process of the server that works on a data folder, as its lock has it. */
export function serverPid(dataDir: string): number {
  const lock = join(realpathSync(join(dataDir, 'postgres')), 'data', 'postmaster.pid');
  return Number(readFileSync(lock, 'utf8').split('\n')[0]);
}

/** Whether a process is there, and no zombie that only waits to be reaped. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The processes that were told of a data folder, the one that watches over the server among them. */
export function processesOn(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir);
    } catch {
      return false;
    }
  });
}
