import type { ConnoteStatus, StopPartsFragment } from '../../../app/operations.generated';
import type { Act } from './outbox/act';

/** A stop as the driver has left it: what they did counts, also while it waits to be sent. */
export interface Stop extends StopPartsFragment {
  /** What waits to be sent or was refused, oldest first. */
  acts: readonly Act[];
}

/** The stops of a run by what is to do. */
export interface SortedRun {
  toDeliver: Stop[];
  toPickUp: Stop[];
  /** To pick up on a later day. */
  later: Stop[];
  /** Delivered, which the server doesn't know yet. */
  delivered: Stop[];
}

/** A stop with the acts that were made there. */
export function withActs(stop: StopPartsFragment, acts: readonly Act[]): Stop {
  const own = acts.filter(({ connoteId }) => connoteId === stop.id);
  const kinds = own.flatMap(({ refusal, deed }) => (refusal ? [] : [deed.kind]));
  if (kinds.includes('DELIVERED')) return { ...after(stop, 'DELIVERED', []), acts: own };
  if (kinds.includes('PICKED_UP') && stop.status === 'ALLOCATED')
    return { ...after(stop, 'IN_TRANSIT', ['DELIVERED']), acts: own };
  return { ...stop, acts: own };
}

const after = (
  stop: StopPartsFragment,
  status: ConnoteStatus,
  allowedTransitions: ConnoteStatus[],
): StopPartsFragment => ({ ...stop, status, allowedTransitions });

/** Sorts a run. @param today where the portal's days begin and end */
export function sortRun(stops: readonly Stop[], today: string): SortedRun {
  const inOrder = [...stops].sort(byDue);
  const isLater = ({ pickupOn }: Stop) => pickupOn !== null && pickupOn > today;
  const allocated = inOrder.filter(({ status }) => status === 'ALLOCATED');
  return {
    toDeliver: inOrder.filter(({ status }) => status === 'IN_TRANSIT'),
    toPickUp: allocated.filter((stop) => !isLater(stop)),
    later: allocated.filter(isLater),
    delivered: inOrder.filter(({ status, acts }) => status === 'DELIVERED' && acts.length > 0),
  };
}

/** What is due first comes first; without a day, last. */
const byDue = (one: Stop, other: Stop): number =>
  dueOf(one).localeCompare(dueOf(other)) || one.number.localeCompare(other.number);

function dueOf({ status, estimatedDeliveryOn, pickupOn, readyAt }: Stop): string {
  if (status !== 'ALLOCATED') return estimatedDeliveryOn ?? '~';
  return `${pickupOn ?? '~'} ${readyAt ?? '~'}`;
}

/** Whether goods of the stop are dangerous. */
export const isDangerous = ({ items }: StopPartsFragment): boolean =>
  items.some(({ dangerousGoods }) => dangerousGoods !== null);
