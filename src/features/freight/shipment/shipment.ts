import Big from 'big.js';
import type { FieldProblems } from '../../../shared/field-problems.js';
import { type FreightItem, type FreightItemEntry, readItems, readWeight } from './freight-item.js';
import { type Weights, weightsOf } from './weights.js';

/** How quickly goods travel. */
export const SERVICE_LEVELS = ['ECONOMY', 'STANDARD', 'EXPRESS'] as const;
/** One of these levels. */
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** What a note to a quote or connote may be. */
export const NOTE = { maxLength: 1_000, lines: true };
/** What the customer's own word for a shipment may be. */
export const CUSTOMER_REFERENCE = { maxLength: 100 };

/** What is shipped, as it is entered: a weight, or items. */
export interface GoodsEntry {
  weightKg?: string | null;
  items?: readonly FreightItemEntry[] | null;
}

/** What is shipped. */
export interface Goods extends Weights {
  items: FreightItem[];
}

/**
 * Tidies and validates what is shipped. Reports a weight that isn't the sum of the items.
 *
 * @param cubicFactor kilograms for a cubic metre
 */
export function readGoods(entry: GoodsEntry, cubicFactor: number, problems: FieldProblems): Goods | null {
  const items = readItems(entry.items ?? [], 'input.items', problems);
  const given =
    typeof entry.weightKg === 'string' ? readWeight(entry.weightKg, 'input.weightKg', problems) : null;
  if (items.length === 0 && given === null) {
    problems.add('input.weightKg', 'neither a weight nor items', 'one of them', { reason: 'REQUIRED' });
  }
  if (problems.any) return null;
  const weights = weightsOf(items, given ?? '0', cubicFactor);
  if (items.length > 0 && given !== null && !isSame(weights.weightKg, given)) {
    const wanted = `${weights.weightKg}, the sum of the items, or nothing`;
    const params = { wanted: weights.weightKg };
    problems.add('input.weightKg', given, wanted, { reason: 'MISMATCH', params });
    return null;
  }
  return { items, ...weights };
}

const isSame = (one: string, other: string) => new Big(one).eq(other);
