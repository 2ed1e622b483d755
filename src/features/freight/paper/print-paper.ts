import type { Acting } from '../acting.js';
import { connoteNotFound } from '../connotes/lock-connote.js';
import { shownAddresses } from '../connotes/shown-addresses.js';
import { freightScopeOf } from '../freight-scope.js';
import { trackingUrl } from '../tracking/tracking-url.js';
import type { PaperConnoteStore } from './paper-connote.store.js';
import type { PaperPrinter } from './paper-printer.js';
import type { PaperName } from './paper-thread.js';

/** What printing depends on. */
export interface PaperDependencies {
  paperConnotes: PaperConnoteStore;
  printer: PaperPrinter;
  /** `color` is #RRGGBB. */
  brand: { name: string; color: string };
  /** The address that people open the portal at, without a slash at its end. */
  baseUrl: string;
  /** In which times are printed. */
  timeZone: string;
  now: () => Date;
}

/** A printed paper. */
export interface PrintedPaper {
  /** A PDF. */
  bytes: Uint8Array;
  /** The connote's number. */
  number: string;
}

/**
 * Prints a paper of a connote as it is now. Who may see it is checked.
 *
 * @param wanted its `signal` fires when nobody waits for the paper any more
 * @throws NOT_FOUND; RATE_LIMITED if the login has a paper that isn't finished, or too many wait; UNAVAILABLE if printing
 * takes too long; the signal's reason once it fires
 */
export async function printPaper(
  { paperConnotes, printer, brand, baseUrl, timeZone, now }: PaperDependencies,
  { viewer }: Acting,
  { connoteId, name, signal }: { connoteId: string; name: PaperName; signal: AbortSignal },
): Promise<PrintedPaper> {
  const scope = freightScopeOf(viewer);
  const found = await paperConnotes.find(scope, connoteId);
  if (!found) throw connoteNotFound({ id: connoteId, path: 'id' });
  const { connote, customerName, driverName } = found;
  const { trackingToken, ...printed } = connote;
  const bytes = await printer.print({
    ...{ login: viewer.userId, name, signal },
    connote: {
      ...printed,
      ...shownAddresses(scope, connote),
      ...{ customerName, driverName, brand, timeZone },
      trackingUrl: trackingUrl(baseUrl, trackingToken),
      printedAt: now(),
    },
  });
  return { bytes, number: connote.number };
}
