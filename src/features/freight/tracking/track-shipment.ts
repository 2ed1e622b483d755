import { PorticoError } from '../../../shared/errors.js';
import type { RateLimit } from '../../../shared/rate-limit.js';
import type { TrackedShipment, TrackingStore } from './tracking.store.js';

/** What tracking depends on. */
export interface TrackingDependencies {
  tracking: TrackingStore;
  /** Counts what each address asks for by number. Numbers and postcodes can be guessed; links can't. */
  byNumber: RateLimit;
}

/** As the tokens of connotes are written: anything else is not worth a query. */
const TOKEN = /^[\w-]{20,64}$/;

/** The shipment that a link leads to. @throws NOT_FOUND */
export async function trackByLink(
  { tracking }: Pick<TrackingDependencies, 'tracking'>,
  token: string,
): Promise<TrackedShipment> {
  const shipment = TOKEN.test(token) ? await tracking.byToken(token) : null;
  if (!shipment) throw new PorticoError('NOT_FOUND', 'There is no shipment at this link.');
  return shipment;
}

/**
 * The shipment with this number, for those who know the postcode that it is delivered in. The answer is the same for a
 * number that doesn't exist and a wrong postcode.
 *
 * @param network the address of the client, as the counters use it
 * @throws NOT_FOUND; RATE_LIMITED
 */
export async function trackByNumber(
  { tracking, byNumber }: TrackingDependencies,
  { number, postcode }: { number: string; postcode: string },
  network: string,
): Promise<TrackedShipment> {
  await byNumber.take(network);
  const shipment = await tracking.byNumber(number.toUpperCase(), postcode.toUpperCase());
  if (!shipment) throw new PorticoError('NOT_FOUND', 'No shipment has this number and postcode.');
  return shipment;
}
