import Big from 'big.js';
import { type FieldProblems, quoted } from '../../../shared/field-problems.js';
import { invalidFormat, outOfRange, tooMany } from '../../../shared/refusal-reasons.js';

/** How a unit is packed. */
export const PACKAGINGS = ['CARTON', 'PALLET', 'SKID', 'CRATE', 'DRUM', 'OTHER'] as const;
/** One of these packagings. */
export type Packaging = (typeof PACKAGINGS)[number];

/** What the UN's Recommendations on the Transport of Dangerous Goods call the goods. */
export interface DangerousGoods {
  /** Such as UN1263. */
  unNumber: string;
  /** Class or division, such as 3, 2.1 or 1.4S. */
  class: string;
  /** I, II or III. */
  packingGroup: string | null;
}

/** Equal units of goods. Weight and dimensions are of one unit, as decimals in text. Stored as JSON. */
export interface FreightItem {
  description: string | null;
  packaging: Packaging;
  quantity: number;
  weightKg: string;
  lengthCm: string | null;
  widthCm: string | null;
  heightCm: string | null;
  dangerousGoods: DangerousGoods | null;
}

/** An item as it is entered. */
export interface FreightItemEntry {
  description?: string | null;
  packaging: Packaging;
  quantity: number;
  weightKg: string;
  lengthCm?: string | null;
  widthCm?: string | null;
  heightCm?: string | null;
  dangerousGoods?: { unNumber: string; class: string; packingGroup?: string | null } | null;
}

/** The maximum number of items of a quote or connote. */
export const MAX_ITEMS = 100;
/** The maximum number of units of all items together: each has a label of its own. */
const MAX_UNITS = 1_000;

const DIMENSIONS = ['lengthCm', 'widthCm', 'heightCm'] as const;
/** Below a hundred tonnes, to the gram. */
const WEIGHT = /^\d{1,5}(\.\d{1,3})?$/;
/** Below a hundred metres, to the tenth of a millimetre. */
const DIMENSION = /^\d{1,4}(\.\d{1,2})?$/;
const UN_NUMBER = /^(?:UN|ID)?\s?(\d{4})$/i;
/** Classes and divisions; explosives also have a compatibility group. */
const CLASS = /^(1(\.[1-6][A-HJKLNS])?|2(\.[1-3])?|3|4(\.[1-3])?|5(\.[12])?|6(\.[12])?|7|8|9)$/;
const PACKING_GROUP = /^I{1,3}$/;

/** Tidies and validates items. @param path where they stand in the input, such as `input.items` */
export function readItems(
  entries: readonly FreightItemEntry[],
  path: string,
  problems: FieldProblems,
): FreightItem[] {
  const units = entries.reduce((sum, { quantity }) => sum + quantity, 0);
  if (entries.length > MAX_ITEMS) {
    problems.add(path, `${entries.length} items`, `at most ${MAX_ITEMS}`, tooMany(MAX_ITEMS));
  } else if (units > MAX_UNITS) {
    problems.add(path, `${units} units`, `at most ${MAX_UNITS} of all items together`, tooMany(MAX_UNITS));
  }
  return entries.slice(0, MAX_ITEMS).map((entry, index) => readItem(entry, `${path}.${index}`, problems));
}

function readItem(entry: FreightItemEntry, path: string, problems: FieldProblems): FreightItem {
  const { quantity, packaging } = entry;
  if (quantity < 1 || quantity > MAX_UNITS) {
    const range = outOfRange({ min: 1, max: MAX_UNITS });
    problems.add(`${path}.quantity`, String(quantity), `1 to ${MAX_UNITS}`, range);
  }
  const [lengthCm, widthCm, heightCm] = readDimensions(entry, path, problems);
  return {
    description: problems.text(`${path}.description`, entry.description, { maxLength: 200 }),
    ...{ packaging, quantity, lengthCm, widthCm, heightCm },
    weightKg: readWeight(entry.weightKg, `${path}.weightKg`, problems),
    dangerousGoods: entry.dangerousGoods
      ? readDangerousGoods(entry.dangerousGoods, `${path}.dangerousGoods`, problems)
      : null,
  };
}

/** A weight in kilograms. */
export function readWeight(weight: string, path: string, problems: FieldProblems): string {
  const size = readSize(weight, WEIGHT);
  if (size !== null) return size;
  const wanted = 'kilograms above 0 and below 100000, with at most 3 decimals';
  problems.add(path, quoted(weight), wanted, outOfRange({ above: 0, below: 100_000, decimals: 3 }));
  return weight;
}

/** A size above 0 without needless zeros, so that equal sizes are equal texts; null for anything else. */
function readSize(value: string, form: RegExp): string | null {
  return form.test(value) && /[1-9]/.test(value) ? new Big(value).toFixed() : null;
}

type Dimensions = [string | null, string | null, string | null];

/** All three or none: with less, the volume is unknown. */
function readDimensions(entry: FreightItemEntry, path: string, problems: FieldProblems): Dimensions {
  const given = DIMENSIONS.filter((name) => typeof entry[name] === 'string');
  if (given.length === 0) return [null, null, null];
  return DIMENSIONS.map((name) => {
    const value = entry[name] ?? null;
    const at = `${path}.${name}`;
    const size = value === null ? null : readSize(value, DIMENSION);
    if (value === null) problems.add(at, 'nothing', 'all three dimensions, or none', { reason: 'REQUIRED' });
    else if (size === null) {
      const wanted = 'centimetres above 0 and below 10000, with at most 2 decimals';
      problems.add(at, quoted(value), wanted, outOfRange({ above: 0, below: 10_000, decimals: 2 }));
    }
    return size;
  }) as Dimensions;
}

function readDangerousGoods(
  entry: NonNullable<FreightItemEntry['dangerousGoods']>,
  path: string,
  problems: FieldProblems,
): DangerousGoods {
  const [, digits] = UN_NUMBER.exec(entry.unNumber.trim()) ?? [];
  const goodsClass = entry.class.trim().toUpperCase();
  const packingGroup = entry.packingGroup?.trim().toUpperCase() || null;
  if (!digits) {
    const wanted = 'four digits, such as UN1263';
    problems.add(`${path}.unNumber`, quoted(entry.unNumber), wanted, invalidFormat('un_number'));
  }
  if (!CLASS.test(goodsClass)) {
    const wanted = 'a class or division such as 3, 2.1 or 1.4S';
    problems.add(`${path}.class`, quoted(entry.class), wanted, invalidFormat('dangerous_goods_class'));
  }
  if (packingGroup !== null && !PACKING_GROUP.test(packingGroup)) {
    problems.add(
      `${path}.packingGroup`,
      quoted(packingGroup),
      'I, II or III',
      invalidFormat('packing_group'),
    );
  }
  return { unNumber: `UN${digits ?? ''}`, class: goodsClass, packingGroup };
}
