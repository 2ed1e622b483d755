import { type DemoItem, makeItems, OWNERS, PACKAGING, type Random, seededRandom } from './demo-catalogue.js';
import { isoDay } from './demo-days.js';

type Owner = (typeof OWNERS)[number];

/** One row of the demo ERP's stock table: the stock of one owner's part in one bin. */
export interface DemoStockRow {
  stockNo: number;
  ownerName: string;
  itemCode: string;
  itemText: string | null;
  whse: string;
  binCode: string | null;
  lotNo: string | null;
  holdCode: string | null;
  uom: string;
  /** A decimal string that fits decimal(38,10), like all quantities. */
  qtyOnHand: string;
  qtyAllocated: string;
  /** YYYY-MM-DD. */
  receivedDate: string | null;
  expiryDate: string | null;
  /** YYYY-MM-DDTHH:MM:SS.mmm in UTC. */
  lastMoveUtc: string | null;
}

const SEED = 20261101;
/** The day of the earliest receipt. */
const FIRST_DAY = -300;

const SPECIAL_BINS = ['DOCK-1', 'DOCK-2', 'STAGE-1', 'STAGE-2', 'QC-HOLD'];
// In an ERP, people type these codes, so the case varies.
const UNUSUAL_HOLDS = ['HOLD', 'HOLD', 'Hold', 'QUARANTINE', 'Quarantine', 'DAMAGED', 'damaged', 'Available'];
const SHELF_LIVES = [180, 365, 365, 540, 730];
const STOCKTAKE_DAYS = [-1, -1, -32, -93];
const USUAL_QUANTITIES = [1, 6, 12, 24, 24, 48, 96, 100];
// As JavaScript numbers, these would lose digits, the second would print as 1e-10, and the last two would be equal.
const LONG_VALUES = ['1234567890123456.0123456789', '0.0000000001', '9007199254740992.5', '9007199254740993'];

/** Yields the demo's stock, about 20,000 rows, the same ones in the same order on each call. */
export function* demoStock(): Generator<DemoStockRow> {
  const random = seededRandom(SEED);
  const ranges = new Set([PACKAGING, ...OWNERS.map((owner) => owner.range)]);
  const itemsOf = new Map([...ranges].map((range) => [range, makeItems(random, range)] as const));
  for (const [index, owner] of shuffledOwners(random).entries()) {
    const range = random.oneIn(12) ? PACKAGING : owner.range;
    const item = random.pick(itemsOf.get(range) ?? []);
    // Multiples of a number modulo a prime: unique, and in an order that is unrelated to any other column.
    const stockNo = 1 + ((index * 387_420 + 271_828) % 1_000_003);
    yield makeRow(random, stockNo, owner, item);
  }
}

/** One entry for each row to generate; shuffled, because a real ERP's table is not sorted by owner either. */
function shuffledOwners(random: Random): Owner[] {
  return OWNERS.flatMap((owner) => Array.from({ length: owner.rows }, () => owner))
    .map((owner) => ({ owner, key: random.int(0, 0x7fffffff) }))
    .sort((a, b) => a.key - b.key)
    .map(({ owner }) => owner);
}

function makeRow(random: Random, stockNo: number, owner: Owner, item: DemoItem): DemoStockRow {
  const receivedDay = random.int(FIRST_DAY, 0);
  const received = isoDay(receivedDay);
  const expiryDay = item.perishable ? receivedDay + random.pick(SHELF_LIVES) : null;
  const lotDay = `L${received.slice(2, 7)}${received.slice(8)}`;
  const binCode = makeBin(random);
  const [qtyOnHand, qtyAllocated] = makeQuantities(random, item.uom);
  return {
    stockNo,
    ownerName: owner.name,
    itemCode: item.code,
    itemText: item.text,
    whse: random.pick(owner.whses),
    binCode,
    lotNo: random.oneIn(item.perishable ? 15 : 2) ? null : `${lotDay}-${'AABC'.charAt(random.int(0, 3))}`,
    holdCode: makeHold(random, binCode, expiryDay),
    uom: item.uom,
    qtyOnHand,
    qtyAllocated,
    receivedDate: !item.perishable && random.oneIn(5) ? null : received,
    expiryDate: expiryDay === null ? null : isoDay(expiryDay),
    lastMoveUtc: makeLastMove(random, receivedDay),
  };
}

function makeBin(random: Random): string | null {
  if (random.oneIn(12)) return null;
  if (random.oneIn(10)) return random.pick(SPECIAL_BINS);
  const aisle = 'ABCDEFGH'.charAt(random.int(0, 7));
  return `${aisle}-${twoDigits(random.int(1, 24))}-${twoDigits(random.int(1, 5))}`;
}

function makeHold(random: Random, binCode: string | null, expiryDay: number | null): string | null {
  if (binCode === 'QC-HOLD') return 'QUARANTINE';
  // Some expired stock is not marked as expired: the portal must look at the date too.
  if (expiryDay !== null && expiryDay < 0 && !random.oneIn(3)) return 'EXPIRED';
  if (random.oneIn(10)) return null;
  return random.oneIn(12) ? random.pick(UNUSUAL_HOLDS) : 'AVAILABLE';
}

/** On hand and allocated, built as text: a JavaScript number would round the long ones. */
function makeQuantities(random: Random, uom: string): readonly [onHand: string, allocated: string] {
  if (random.oneIn(25)) return ['0', '0'];
  const fractional = uom === 'KG' || uom === 'L' || uom === 'M';
  if (fractional && random.oneIn(250)) {
    const long = random.pick(LONG_VALUES);
    return [long, random.oneIn(3) ? long : '0'];
  }
  const fraction = (): string => (fractional ? makeFraction(random) : '');
  const whole = random.oneIn(2) ? random.pick(USUAL_QUANTITIES) : random.int(1, uom === 'PLT' ? 40 : 2400);
  const onHand = `${whole}${fraction()}`;
  const share = random.int(1, 500);
  if (share === 1) return ['0', onHand];
  if (share === 2) return [onHand, `${whole + random.int(1, 24)}${fraction()}`];
  if (share <= 300) return [onHand, '0'];
  if (share <= 350) return [onHand, onHand];
  // A smaller whole part keeps the allocated quantity below the quantity on hand, whatever the fraction.
  return [onHand, `${random.int(0, whole - 1)}${fraction()}`];
}

function makeFraction(random: Random): string {
  const digits = random.int(0, 6);
  if (digits === 0) return '';
  return `.${String(random.int(1, 10 ** digits - 1)).padStart(digits, '0')}`.replace(/0+$/, '');
}

function makeLastMove(random: Random, receivedDay: number): string | null {
  if (random.oneIn(15)) return null;
  // A stocktake gives thousands of rows the same timestamp.
  if (random.oneIn(4)) return `${isoDay(Math.max(receivedDay, random.pick(STOCKTAKE_DAYS)))}T13:00:00.000`;
  const hour = `${isoDay(random.int(receivedDay, 0))}T${twoDigits(random.int(0, 9))}`;
  const minute = `${hour}:${twoDigits(random.int(0, 59))}`;
  if (!random.oneIn(3)) return `${minute}:00.000`;
  return `${minute}:${twoDigits(random.int(0, 59))}.${String(random.int(0, 999)).padStart(3, '0')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
