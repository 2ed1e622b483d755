import { readFileSync } from 'node:fs';

/** Linux counts processor time in these. */
const MS_PER_TICK = 10;

/** What Linux says of a process: its parent, and its processor time in ms. Null if it has ended. */
export function processStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name may have blanks and parentheses. The fields are counted from the third on.
    const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ');
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map(Number);
    return {
      parent: Number(fields[1]),
      ownMs: (user + system) * MS_PER_TICK,
      /** Of its children that have ended. */
      endedChildrenMs: (childrenUser + childrenSystem) * MS_PER_TICK,
    };
  } catch {
    return null;
  }
}

/** The memory that a process has now, in bytes, without its children. */
export function residentBytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
