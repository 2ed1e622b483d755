import { useSyncExternalStore } from 'react';

const OFF = 'portico.single-keys-off';
const listeners = new Set<() => void>();

/** Whether keys that are pressed alone, such as x, do something. Speech input presses them by mistake. */
let areOn = read();

function read(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

/** Whether keys that are pressed alone do something, now. */
export const areSingleKeysOn = (): boolean => areOn;

/** Switches them on or off, on this device. */
export function switchSingleKeys(on: boolean): void {
  areOn = on;
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  } catch {
    // A browser that keeps nothing keeps it until the page is left.
  }
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

// Another tab switched them.
addEventListener('storage', () => {
  areOn = read();
  tell();
});

function onSwitch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether they are on, kept up to date. */
export const useSingleKeys = (): boolean => useSyncExternalStore(onSwitch, areSingleKeysOn);
