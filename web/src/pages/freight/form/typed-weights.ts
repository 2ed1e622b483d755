import Big from 'big.js';
import { readDecimal } from './decimals';
import type { ItemEntry } from './shipment-entry';

/** The weights of what was typed so far, as decimals in text. */
export interface TypedWeights {
  weightKg: string;
  cubicWeightKg: string | null;
  chargeableWeightKg: string;
}

const CM3_PER_M3 = 1_000_000;
/** To the gram, as the server rounds it. */
const DECIMALS = 3;

/** Adds up what can be read of the items, exactly. The server's sums are the ones that count. */
export function weightsSoFar(
  items: readonly ItemEntry[],
  { cubicFactor, locale }: { cubicFactor: number; locale: string },
): TypedWeights {
  const read = (text: string) => {
    const decimal = readDecimal(text, locale);
    return decimal === null ? null : new Big(decimal);
  };
  let weight = new Big(0);
  let volume: Big | null = null;
  for (const { quantity, weightKg, lengthCm, widthCm, heightCm } of items) {
    if (!isCount(quantity)) continue;
    weight = weight.plus(read(weightKg)?.times(quantity) ?? 0);
    const [length, width, height] = [read(lengthCm), read(widthCm), read(heightCm)];
    if (length && width && height)
      volume = length
        .times(width)
        .times(height)
        .times(quantity)
        .plus(volume ?? 0);
  }
  const cubic = volume?.times(cubicFactor).div(CM3_PER_M3).round(DECIMALS, Big.roundHalfUp) ?? null;
  return {
    weightKg: weight.toFixed(),
    cubicWeightKg: cubic?.toFixed() ?? null,
    chargeableWeightKg: (cubic?.gt(weight) ? cubic : weight).toFixed(),
  };
}

/** Whether a text is a whole number above 0. */
export const isCount = (text: string): boolean => /^\d{1,6}$/.test(text.trim()) && Number(text) > 0;
