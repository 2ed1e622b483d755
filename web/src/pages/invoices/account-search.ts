import { readText } from '../../app/search';

/** What the addresses of both lists say, of what is the same in both. */
export interface AccountSearch {
  search?: string | undefined;
  currency?: string | undefined;
  /** The exact name of an ERP customer. */
  customer?: string | undefined;
  /** A column's word, after a `-` if downwards; the latest first without. */
  sort?: string | undefined;
  /** The id of the invoice that is open beside the list. */
  invoice?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
}

/** Reads what both lists have. @param sorts the words of the columns that rows can be ordered by */
export function readAccountSearch(
  search: Record<string, unknown>,
  { sorts, byDefault }: { sorts: object; byDefault: string },
): AccountSearch {
  const sort = readText(search['sort']);
  const isKnown = sort !== byDefault && Object.hasOwn(sorts, sort?.replace(/^-/, '') ?? '');
  return {
    search: readText(search['search']),
    currency: readText(search['currency']),
    customer: readText(search['customer']),
    sort: isKnown ? sort : undefined,
    invoice: readText(search['invoice']),
    after: readText(search['after']),
    before: readText(search['before']),
  };
}

/** The conditions that both lists have. */
export const sharedFilter = ({ search, currency, customer }: AccountSearch) => ({
  ...(search && { search }),
  ...(currency && { currency: { equals: currency } }),
  ...(customer && { erpCustomerNames: [customer] }),
});

/** A range of days of which either end may be missing; undefined without any. */
export const days = (from: string | undefined, to: string | undefined) =>
  from || to ? { ...(from && { from }), ...(to && { to }) } : undefined;

/** The order that a word means; the service's own without. */
export function orderOf<Field extends string>(sorts: Record<string, Field>, sort: string | undefined) {
  const field = sort && sorts[sort.replace(/^-/, '')];
  if (!field) return null;
  return [{ field, direction: sort.startsWith('-') ? ('DESC' as const) : ('ASC' as const) }];
}
