import { PorticoError } from '../../../shared/errors.js';
import type { RateLimit } from '../../../shared/rate-limit.js';
import type { TrackedShipment, TrackingStore } from './tracking.store.js';

/** What tracking depends on. */
export interface TrackingDependencies {
  tracking: TrackingStore;
  /** Counts the shipments that each address asks for by their link. */
  byLink: RateLimit;
  /** Counts those asked for by number, which can be guessed. */
  byNumber: RateLimit;
}

/** As randomBytes writes them: anything else is not worth a query. */
const TOKEN = /^[\w-]{20,64}$/;

/**
 * The shipment that a link leads to.
 *
 * @param network the address of the client, as the counters use it
 * @throws NOT_FOUND; RATE_LIMITED
 */
export async function trackByLink(
  { tracking, byLink }: TrackingDependencies,
  token: string,
  network: string,
): Promise<TrackedShipment> {
  await byLink.take(network);
  const shipment = TOKEN.test(token) ? await tracking.byToken(token) : null;
  if (!shipment) throw new PorticoError('NOT_FOUND', 'There is no shipment at this link.');
  return shipment;
}

/**
 * The shipment with this number, for those who know the postcode that it is delivered in. The answer is the same for a
 * number that doesn't exist and a wrong postcode.
 *
 * @throws NOT_FOUND; RATE_LIMITED
 */
export async function trackByNumber(
  { tracking, byNumber }: TrackingDependencies,
  entry: { number: string; postcode: string },
  network: string,
): Promise<TrackedShipment> {
  await byNumber.take(network);
  const number = entry.number.trim().toUpperCase();
  const shipment = await tracking.byNumber(number, entry.postcode.trim().toUpperCase());
  if (!shipment) throw new PorticoError('NOT_FOUND', 'No shipment has this number and postcode.');
  return shipment;
}
