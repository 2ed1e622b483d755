import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in these. */
const MS_PER_TICK = 10;
const MB = 1_048_576;

/** The fields of /proc/<pid>/stat from the third on; null if the process has ended. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(') ') + 2).split(' ');
  } catch {
    return null;
  }
}

/** The processor time of a process, and of its children that have ended, in ms. */
function ownMs(stat) {
  const [user, system, childrenUser, childrenSystem] = stat.slice(11, 15).map(Number);
  return (user + system + childrenUser + childrenSystem) * MS_PER_TICK;
}

/** The process that started this one. */
export const parentOf = (pid) => Number(statOf(pid)?.[1]);

/** The processor time of a process and all its children, living or ended, in ms. */
export function cpuMsOf(pid) {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat && (Number(name) === pid || Number(stat[1]) === pid)) sum += ownMs(stat);
  }
  return sum;
}

/** Samples the memory of a process, without its children. @returns a function that ends it and returns the peak in MB */
export function watchMemory(pid) {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, residentMb(pid));
  };
  sample();
  const timer = setInterval(sample, 20);
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}

function residentMb(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1_024) / MB;
}
