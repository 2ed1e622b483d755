import { readdirSync } from 'node:fs';
import { processStat, residentBytes } from '../proc.mjs';

const MB = 1_048_576;

/** The process that started this one. */
export const parentOf = (pid) => Number(processStat(pid)?.parent);

/** The processor time of a process and all its children, living or ended, in ms. */
export function cpuMsOf(pid) {
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = processStat(name);
    if (stat && (Number(name) === pid || stat.parent === pid)) sum += stat.ownMs + stat.endedChildrenMs;
  }
  return sum;
}

/** Samples the memory of a process, without its children. @returns a function that ends it and returns the peak in MB */
export function watchMemory(pid) {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, residentBytes(pid) / MB);
  };
  sample();
  const timer = setInterval(sample, 20);
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}
