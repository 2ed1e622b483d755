import Big from 'big.js';
import type { Address } from '../shipment/address.js';
import type { RateRecord } from './rate.entity.js';
import type { RatedShipment } from './rate.store.js';

/** A shipment to price. */
interface Shipment extends RatedShipment {
  origin: Pick<Address, 'state'>;
  destination: Pick<Address, 'state'>;
  chargeableWeightKg: string;
}

const DECIMALS = 2;

/**
 * What the rate card asks for a shipment: base plus chargeable kilograms times `perKg`, at least the minimum, rounded half
 * up to two decimals. Null if no rate applies.
 *
 * @param rates those that are valid
 */
export function suggestAmount(shipment: Shipment, rates: readonly RateRecord[]): string | null {
  const [rate] = rates.filter((one) => applies(one, shipment)).sort(byPrecedence);
  if (!rate) return null;
  const amount = new Big(rate.perKg).times(shipment.chargeableWeightKg).plus(rate.base);
  return (amount.lt(rate.minimum) ? new Big(rate.minimum) : amount).toFixed(DECIMALS, Big.roundHalfUp);
}

function applies(rate: RateRecord, { service, currency, origin, destination }: Shipment): boolean {
  const { originState, destinationState } = rate;
  return (
    rate.service === service &&
    rate.currency === currency &&
    (originState === null || originState === origin.state) &&
    (destinationState === null || destinationState === destination.state)
  );
}

/** The latest comes first, then the one that names more states. The last two only make the choice the same every time. */
function byPrecedence(one: RateRecord, other: RateRecord): number {
  return (
    compare(other.validFrom, one.validFrom) ||
    statesOf(other) - statesOf(one) ||
    compare(other.createdAt.toISOString(), one.createdAt.toISOString()) ||
    compare(one.id, other.id)
  );
}

const statesOf = ({ originState, destinationState }: RateRecord) =>
  [originState, destinationState].filter((state) => state !== null).length;

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
