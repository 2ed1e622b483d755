import type {
  InvoiceFilter,
  InvoiceOrder,
  InvoiceOrderField,
  InvoiceStatus,
} from '../../app/operations.generated';
import { readDay } from '../../app/read-day';
import { readOneOf } from '../../app/search';
import { type AccountSearch, days, orderOf, readAccountSearch, sharedFilter } from './account-search';

/** What of the invoices is shown, as the address says it: `?status=OVERDUE&currency=AUD&sort=due&invoice=42`. */
export interface InvoiceSearch extends AccountSearch {
  status?: InvoiceStatus | undefined;
  issuedFrom?: string | undefined;
  issuedTo?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
}

/** The statuses, those first that wait for a payment. */
export const INVOICE_STATUSES: readonly InvoiceStatus[] = ['OPEN', 'OVERDUE', 'PAID'];

const SORTS = {
  issued: 'ISSUED_ON',
  due: 'DUE_ON',
  number: 'NUMBER',
  customer: 'ERP_CUSTOMER',
  total: 'TOTAL_AMOUNT',
  open: 'OPEN_AMOUNT',
  currency: 'CURRENCY',
} as const satisfies Record<string, InvoiceOrderField>;
/** The words of the columns that invoices can be ordered by. */
export const INVOICE_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[];
/** How they are ordered if the address says nothing. */
export const INVOICE_ORDER = '-issued';

/** Reads the address. What it can't mean is undefined. */
export const readInvoiceSearch = (search: Record<string, unknown>): InvoiceSearch => ({
  ...readAccountSearch(search, { sorts: SORTS, byDefault: INVOICE_ORDER }),
  status: readOneOf(INVOICE_STATUSES, search['status']),
  issuedFrom: readDay(search['issuedFrom']),
  issuedTo: readDay(search['issuedTo']),
  dueFrom: readDay(search['dueFrom']),
  dueTo: readDay(search['dueTo']),
});

/** The filter that it means, but for the status. */
export function filterOf(view: InvoiceSearch): InvoiceFilter {
  const [issuedOn, dueOn] = [days(view.issuedFrom, view.issuedTo), days(view.dueFrom, view.dueTo)];
  return { ...sharedFilter(view), ...(issuedOn && { issuedOn }), ...(dueOn && { dueOn }) };
}

/** The whole filter. */
export const wholeFilterOf = (view: InvoiceSearch): InvoiceFilter => ({
  ...filterOf(view),
  ...(view.status && { status: [view.status] }),
});

/** The order that it means; null for the service's own. */
export const invoiceOrder = ({ sort }: InvoiceSearch): InvoiceOrder[] | null => orderOf(SORTS, sort);
