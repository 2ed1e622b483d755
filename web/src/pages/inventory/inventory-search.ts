import type { InventoryFilter, InventoryOrder, InventoryOrderField } from '../../app/operations.generated';
import { readList, readOneOf, readText } from '../../app/search';
import { type DayFilter, daysOf, readDays } from './day-ranges';

/** What is shown, as the address says it: `?q=resin&status=HELD&whse=BNE1&sort=part,-onHand&item=42`. */
export interface InventorySearch {
  q?: string;
  status?: string[];
  whse?: string[];
  bin?: string[];
  lot?: string[];
  customer?: string[];
  /** A word such as `next30`, or `2026-01-01..2026-02-28`. */
  expires?: string;
  received?: string;
  sort?: string[];
  /** The columns in their order; the default ones without. */
  columns?: ColumnName[];
  /** The row that is open beside the grid. */
  item?: string;
  /** `all` is everything, where an address that says nothing would open the default view. */
  view?: 'all';
}

/** The columns that rows can be ordered by, by their words in the address. */
const SORTS = {
  part: 'PART_NUMBER',
  description: 'DESCRIPTION',
  customer: 'ERP_CUSTOMER',
  whse: 'WAREHOUSE',
  bin: 'BIN',
  lot: 'LOT',
  status: 'STATUS',
  onHand: 'QUANTITY_ON_HAND',
  available: 'QUANTITY_AVAILABLE',
  expires: 'EXPIRES_ON',
  received: 'RECEIVED_ON',
  lastMoved: 'LAST_MOVED_AT',
} as const satisfies Record<string, InventoryOrderField>;
/** A column that rows can be ordered by. */
export type Sort = keyof typeof SORTS;
/** A column of the grid. */
export type ColumnName = Sort | 'allocated';

/** Whether rows can be ordered by it. */
export const isSort = (word: string): word is Sort => Object.hasOwn(SORTS, word);

/** The columns that are shown unless the address says others. */
export const DEFAULT_COLUMNS: readonly ColumnName[] = [
  ...(['part', 'description', 'customer', 'whse', 'bin', 'lot'] as const),
  ...(['status', 'onHand', 'available', 'expires'] as const),
];

/** The columns as the address has them: not at all if they are the default ones. */
export const writeColumns = (columns: readonly ColumnName[]): ColumnName[] | undefined =>
  columns.join() === DEFAULT_COLUMNS.join() ? undefined : [...columns];

function readColumns(value: unknown): ColumnName[] | undefined {
  const isColumn = (word: string): word is ColumnName => isSort(word) || word === 'allocated';
  const known = new Set(readList(value)?.filter(isColumn));
  return known.size > 0 ? writeColumns([...known]) : undefined;
}

/** Reads the address. What it can't mean is undefined, because the router would keep what isn't named. */
export function readInventorySearch(search: Record<string, unknown>): InventorySearch {
  const sort = readList(search['sort'])?.filter((word) => isSort(word.replace(/^-/, '')));
  return {
    q: readText(search['q']),
    status: readList(search['status']),
    whse: readList(search['whse']),
    bin: readList(search['bin']),
    lot: readList(search['lot']),
    customer: readList(search['customer']),
    expires: readDays('expires', search['expires']),
    received: readDays('received', search['received']),
    // The service takes three at most.
    sort: sort?.length ? sort.slice(0, 2) : undefined,
    columns: readColumns(search['columns']),
    item: readText(search['item']),
    view: readOneOf(['all'], search['view']),
  };
}

/** Whether the address says nothing. */
export const isEmptySearch = (search: InventorySearch): boolean =>
  Object.values(search).every((value) => value === undefined);

/** A column whose values are offered with their counts. */
export type Facet = 'status' | 'whse' | 'bin' | 'lot' | 'customer';
/** What narrows the rows, besides the search. */
export type FilterName = Facet | DayFilter;

/** The address without any filter. */
export const NO_FILTERS = {
  ...{ q: undefined, status: undefined, whse: undefined, bin: undefined, lot: undefined },
  ...{ customer: undefined, expires: undefined, received: undefined },
};

/** The filter that it means. @param without one whose other values are asked for */
export function filterOf(search: InventorySearch, without?: FilterName): InventoryFilter {
  const among = <Name extends FilterName>(name: Name) => (name === without ? undefined : search[name]);
  const [status, whse, bin, lot] = [among('status'), among('whse'), among('bin'), among('lot')];
  const [customers, expires, received] = [among('customer'), among('expires'), among('received')];
  return {
    ...(search.q && { search: search.q }),
    ...(status && { status: { in: status } }),
    ...(whse && { warehouse: { in: whse } }),
    ...(bin && { bin: { in: bin } }),
    ...(lot && { lot: { in: lot } }),
    ...(customers && { erpCustomerNames: customers }),
    ...(expires && { expiresOn: daysOf('expires', expires) }),
    ...(received && { receivedOn: daysOf('received', received) }),
  };
}

/** The order that it means; the service's own if it says none. */
export const orderOf = (search: InventorySearch): InventoryOrder[] =>
  sortOf(search).map(({ column, isDown }) => ({ field: SORTS[column], direction: isDown ? 'DESC' : 'ASC' }));

/** The order of the rows where the address says none. */
export const DEFAULT_SORT: readonly string[] = ['part'];

/** The columns that rows are ordered by, the most important first. */
export const sortOf = ({ sort }: InventorySearch): { column: Sort; isDown: boolean }[] =>
  (sort ?? DEFAULT_SORT).flatMap((word) => {
    const column = word.replace(/^-/, '');
    return isSort(column) ? [{ column, isDown: word.startsWith('-') }] : [];
  });

/** Every column that rows can be ordered by. */
export const SORT_COLUMNS: readonly Sort[] = Object.keys(SORTS).filter(isSort);

/** The order after a press on a header: it turns the column round, or adds it as the second key. */
export function nextSort(search: InventorySearch, pressed: Sort, adds: boolean): string[] {
  const sort = search.sort ?? DEFAULT_SORT;
  const turned = sort.includes(pressed) ? `-${pressed}` : pressed;
  const others = adds ? sort.filter((word) => word.replace(/^-/, '') !== pressed).slice(0, 1) : [];
  return [...others, turned];
}
