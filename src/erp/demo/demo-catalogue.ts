import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable random choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number;
  /** True once in n times on average. */
  oneIn(n: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Creates a new random source, so that each caller has its own and no call affects another. */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (min: number, max: number): number => uniformInt(generator, min, max);
  return {
    int,
    oneIn: (n) => int(1, n) === 1,
    pick: (list) => {
      const chosen = list[int(0, list.length - 1)];
      if (chosen === undefined) throw new Error('cannot pick from an empty list');
      return chosen;
    },
  };
}

/** The data behind a part number; it is the same on every stock row of that part. */
export interface DemoItem {
  code: string;
  text: string | null;
  uom: string;
  perishable: boolean;
}

/** The parts of one kind of business. Owners with the same range share its part numbers. */
export interface ProductRange {
  prefix: string;
  items: number;
  perishable: boolean;
  words: readonly string[];
  /** Part number suffix and unit of measure, as suffix/uom. */
  sizes: readonly string[];
}

const FOOD: ProductRange = {
  prefix: 'NW',
  items: 420,
  perishable: true,
  words: ["Baker's Flour", 'Choc Drops 45% Cocoa', 'Sugar "Golden"', 'Crème Brûlée Mix', 'Jalapeño Relish'],
  sizes: ['500G/EA', '1KG/EA', '12X500G/CTN', '6X1KG/CTN', 'BULK/KG', 'PALLET/PLT'],
};

const DRINKS: ProductRange = {
  prefix: 'ACM',
  items: 180,
  perishable: true,
  words: ['Ginger Beer', 'Lime & Bitters', 'Tonic', '100% Orange', 'Açaí Cordial', "Nana's Yuzu 柚子"],
  sizes: ['330ML/EA', '24X330ML/CTN', '12X750ML/CTN', 'SYRUP/L', 'PALLET/PLT'],
};

const COSMETICS: ProductRange = {
  prefix: 'BK',
  items: 150,
  perishable: true,
  words: ['Lippenstift „Rot“', 'Nagellack Größe S', 'Haarkur mit Öl', 'Duschgel', 'Seife 72% Olivenöl'],
  sizes: ['50ML/EA', '200ML/EA', '6X200ML/CTN', 'BULK/L', 'WAX/KG'],
};

const TEXTILES: ProductRange = {
  prefix: 'LT',
  items: 110,
  perishable: false,
  words: ['Płótno lniane', 'Drill 100% Cotton', 'Żakard wełniany', 'Denim 14 oz', 'Lining [Acetate]'],
  sizes: ['W150/M', 'W280/M', 'ROLL/EA', '12PC/CTN'],
};

const DAIRY: ProductRange = {
  prefix: 'MJ',
  items: 70,
  perishable: true,
  words: ['明治ブルガリアヨーグルト', 'おいしい牛乳', '粉ミルク', '板チョコ', 'Whey Protein 80%'],
  sizes: ['400G/EA', '6X400G/CTN', 'TANK/L', 'BULK/KG'],
};

const PHARMA: ProductRange = {
  prefix: 'ZP',
  items: 260,
  perishable: true,
  words: ['Paracetamol', 'Saline 0.9%', 'Vitamin D₃ 25 µg', 'Gel 70% v/v', "St John's Wort", 'Eye Drops'],
  sizes: ['20TAB/EA', '100TAB/EA', '48X20TAB/CTN', 'API/KG', 'SOLN/L'],
};

const GENERAL: ProductRange = {
  prefix: 'GEN',
  items: 60,
  perishable: false,
  words: ["Shelf 6'", 'Monitor 24" Refurb', 'Gasket [NBR]', 'USB_C Cable', 'Label C:\\ROLL\\4x6', 'Sale 50%'],
  sizes: ['STD/EA', '50%OFF/EA', '10PK/CTN', 'CUT/M'],
};

// Prefixes that mean something else when a LIKE pattern is not escaped: U_S-… would also find UXS-….
const UNDERSCORED: ProductRange = { ...GENERAL, prefix: 'U_S', items: 25 };
const LOOKALIKE: ProductRange = { ...GENERAL, prefix: 'UXS', items: 25 };
const BRACKETED: ProductRange = { ...GENERAL, prefix: '[B]', items: 3 };

/** Packing material, which any owner may hold besides its own range. */
export const PACKAGING: ProductRange = {
  prefix: 'PKG',
  items: 30,
  perishable: false,
  words: ['Carton Brown', 'Shrink Film', 'Pallet CHEP 1165', 'Label "Thermal"', 'Tape 48mm', 'Slip_Sheet'],
  sizes: ['STD/EA', 'LGE/EA', 'ROLL/M', 'GLUE/KG'],
};

/** The demo's customers, which its ERP calls owners: the name, the number of stock rows, what they hold and where. */
export const OWNERS: readonly { name: string; rows: number; range: ProductRange; whses: string[] }[] = [
  { name: 'Northwind Foods Pty Ltd', rows: 6000, range: FOOD, whses: ['SYD1', 'SYD2', 'MEL2', 'BNE1'] },
  { name: 'Acme Beverages', rows: 3100, range: DRINKS, whses: ['SYD1', 'MEL1', 'MEL2', 'BNE1'] },
  { name: 'ACME BEVERAGES (NZ)', rows: 1450, range: DRINKS, whses: ['AKL1', 'AKL1', 'SYD1'] },
  { name: 'Brünnhilde Kosmetik GmbH', rows: 1800, range: COSMETICS, whses: ['MEL1', 'MEL2'] },
  { name: 'Łódź Textiles', rows: 900, range: TEXTILES, whses: ['MEL2', 'BNE1'] },
  { name: "O'Brien & Sons", rows: 640, range: GENERAL, whses: ['SYD1', 'SYD2', 'PER1'] },
  { name: '50% Off Outlet', rows: 380, range: LOOKALIKE, whses: ['SYD2', 'BNE1'] },
  { name: 'Under_score Trading', rows: 200, range: UNDERSCORED, whses: ['SYD1', 'MEL2'] },
  { name: '[Bracket] Labs', rows: 3, range: BRACKETED, whses: ['SYD1'] },
  { name: '明治乳業', rows: 1250, range: DAIRY, whses: ['SYD1', 'SYD2', 'AKL1'] },
  // This is an ordinary customer name: code that gives the word a special meaning would show every customer's stock.
  { name: 'All', rows: 77, range: GENERAL, whses: ['SYD1', 'MEL2', 'BNE1'] },
  { name: 'Zenith Pharma', rows: 4200, range: PHARMA, whses: ['SYD2', 'MEL1', 'BNE1', 'PER1'] },
];

/** Generates the parts of a range. */
export function makeItems(random: Random, range: ProductRange): DemoItem[] {
  return Array.from({ length: range.items }, (_, index) => {
    const [suffix = '', uom = ''] = random.pick(range.sizes).split('/');
    const code = `${range.prefix}-${10_000 + index * 7 + random.int(0, 6)}-${suffix}`;
    const text = random.oneIn(15) ? null : `${random.pick(range.words)} ${suffix}`;
    return { code, text, uom, perishable: range.perishable };
  });
}
