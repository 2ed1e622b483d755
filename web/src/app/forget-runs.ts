import { PLACE } from './session-share';

/** The database in which drivers' pages keep the last run, and acts that wait to be sent. */
export const DRIVER_DATABASE = `portico-driver ${PLACE}`;

/**
 * Deletes the runs that drivers' pages have kept: names, addresses and phone numbers don't stay on a machine from which
 * somebody signed out, wherever they did. Acts stay. It is here, and small, because those pages may not be loaded.
 */
export function forgetRuns(): void {
  // A browser that keeps nothing for pages has no run either, and signs out all the same.
  if (!('indexedDB' in window)) return;
  const request = indexedDB.open(DRIVER_DATABASE);
  // No driver's page has made it, so it isn't made.
  request.onupgradeneeded = () => request.transaction?.abort();
  request.onsuccess = () => {
    request.result.transaction('runs', 'readwrite').objectStore('runs').clear();
    request.result.close();
  };
}
