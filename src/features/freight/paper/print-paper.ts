import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { rateLimited } from '../../../shared/errors.js';
import type { Acting } from '../acting.js';
import { connoteNotFound } from '../connotes/lock-connote.js';
import { shownAddresses } from '../connotes/shown-addresses.js';
import { freightScopeOf } from '../freight-scope.js';
import { trackingUrl } from '../tracking/tracking-url.js';
import type { PaperConnote } from './paper-connote.js';
import type { PaperConnoteStore } from './paper-connote.store.js';

/** What printing depends on. */
export interface PaperDependencies {
  paperConnotes: PaperConnoteStore;
  /** `color` is #RRGGBB. */
  brand: { name: string; color: string };
  /** The address that people open the portal at, without a slash at its end. */
  baseUrl: string;
  now: () => Date;
}

/** What is printed of a connote: the paper that goes with the goods, or the labels on them. */
export type PaperName = 'connote' | 'label';

/** A printed paper. */
export interface PrintedPaper {
  /** A PDF. */
  bytes: Buffer;
  /** The connote's number. */
  number: string;
}

/** One at a time: a thousand labels take a core for seconds. */
const printing = bulkhead(1, 20);
const RETRY_SECONDS = 5;

/**
 * Prints a paper of a connote as it is now. Who may see it is checked.
 *
 * @throws NOT_FOUND; RATE_LIMITED if too many papers wait
 */
export async function printPaper(
  { paperConnotes, brand, baseUrl, now }: PaperDependencies,
  { viewer }: Acting,
  { connoteId, name }: { connoteId: string; name: PaperName },
): Promise<PrintedPaper> {
  const scope = freightScopeOf(viewer);
  const found = await paperConnotes.find(scope, connoteId);
  if (!found) throw connoteNotFound({ id: connoteId, path: 'id' });
  const { connote, customerName, driverName } = found;
  const bytes = await print(name, {
    ...connote,
    ...shownAddresses(scope, connote),
    ...{ customerName, driverName, brand },
    trackingUrl: trackingUrl(baseUrl, connote.trackingToken),
    printedAt: now(),
  });
  return { bytes, number: connote.number };
}

async function print(name: PaperName, connote: PaperConnote): Promise<Buffer> {
  try {
    return await printing.execute(async () => {
      // Loaded on first use, because most starts print nothing.
      if (name === 'label') return (await import('./render-label.js')).renderLabel(connote);
      return (await import('./render-connote.js')).renderConnote(connote);
    });
  } catch (error) {
    throw error instanceof BulkheadRejectedError ? rateLimited(RETRY_SECONDS) : error;
  }
}
