import Big from 'big.js';
import type { FreightItem } from './freight-item.js';

/** The weights of a shipment in kilograms, as decimals in text. */
export interface Weights {
  weightKg: string;
  /** Null if no item has dimensions. */
  cubicWeightKg: string | null;
  /** The larger of the two: what is charged. */
  chargeableWeightKg: string;
}

const CM3_PER_M3 = 1_000_000;
/** Cubic weight is rounded to the gram. */
const DECIMALS = 3;

/**
 * The weights of a shipment. Without items the weight is the given one; with items it is their sum.
 *
 * @param cubicFactor kilograms for a cubic metre
 */
export function weightsOf(
  items: readonly FreightItem[],
  givenWeightKg: string,
  cubicFactor: number,
): Weights {
  const weight = items.length === 0 ? new Big(givenWeightKg) : sum(items.map(weightOf));
  const volumes = items.map(volumeOf).filter((volume) => volume !== null);
  const cubic =
    volumes.length === 0
      ? null
      : sum(volumes).times(cubicFactor).div(CM3_PER_M3).round(DECIMALS, Big.roundHalfUp);
  const chargeable = cubic?.gt(weight) ? cubic : weight;
  return {
    weightKg: weight.toFixed(),
    cubicWeightKg: cubic?.toFixed() ?? null,
    chargeableWeightKg: chargeable.toFixed(),
  };
}

const weightOf = ({ weightKg, quantity }: FreightItem) => new Big(weightKg).times(quantity);

/** The volume of an item's units in cubic centimetres; null without dimensions. */
function volumeOf({ lengthCm, widthCm, heightCm, quantity }: FreightItem): Big | null {
  if (lengthCm === null || widthCm === null || heightCm === null) return null;
  return new Big(lengthCm).times(widthCm).times(heightCm).times(quantity);
}

const sum = (numbers: readonly Big[]) => numbers.reduce((total, number) => total.plus(number), new Big(0));
