import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../../app/ask';
import type { ConnoteStatus } from '../../../app/operations.generated';

interface Place {
  suburb: string;
  state: string;
}

/** A shipment as `GET /api/track/{token}` shows it to anybody. */
export interface TrackedShipment {
  number: string;
  status: ConnoteStatus;
  from: Place;
  to: Place;
  estimatedDeliveryOn: string | null;
  deliveredAt: string | null;
  events: { status: ConnoteStatus | 'ATTEMPTED'; at: string }[];
}

const SECONDS_TO_WAIT = 60;

/** The shipment of a tracking link; null if there is none. */
export const trackingQuery = (token: string) =>
  queryOptions({
    queryKey: ['tracking', token],
    queryFn: ({ signal }) => track(token, signal),
  });

async function track(token: string, signal: AbortSignal): Promise<TrackedShipment | null> {
  const address = new URL(`api/track/${encodeURIComponent(token)}`, document.baseURI);
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new ApiError('OFFLINE', 'There was no answer.');
  });
  if (response.ok) return (await response.json()) as TrackedShipment;
  // A token that is too long or has odd characters leads nowhere, as any other that nobody has.
  if (response.status === 404 || response.status === 400) return null;
  if (response.status === 429) {
    const retryAfterSeconds = Number(response.headers.get('retry-after') ?? SECONDS_TO_WAIT);
    throw new ApiError('RATE_LIMITED', 'Too many requests.', { retryAfterSeconds });
  }
  throw new ApiError('INTERNAL_SERVER_ERROR', 'The shipment could not be read.', {
    requestId: response.headers.get('x-request-id'),
  });
}
