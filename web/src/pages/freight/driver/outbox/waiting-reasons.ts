import { useSyncExternalStore } from 'react';

/** Why an act waits on after it was tried: the code of the server's answer, or STORAGE where this machine keeps nothing. */
let reasons: ReadonlyMap<number, string> = new Map();
const listeners = new Set<() => void>();

/** Says why an act waits; null if there is nothing to say any more. It isn't kept: the next try finds it again. */
export function setWaitingReason(id: number, code: string | null): void {
  if ((reasons.get(id) ?? null) === code) return;
  const next = new Map(reasons);
  if (code === null) next.delete(id);
  else next.set(id, code);
  reasons = next;
  for (const listener of listeners) listener();
}

/** Why an act waits, as a hook; null where nothing is known. */
export const useWaitingReason = (id: number): string | null =>
  useSyncExternalStore(onReasons, () => reasons.get(id) ?? null);

function onReasons(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
