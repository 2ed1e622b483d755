import type { PaymentFilter, PaymentOrder, PaymentOrderField } from '../../app/operations.generated';
import { readDay } from '../../app/read-day';
import { readText } from '../../app/search';
import { type AccountSearch, days, orderOf, readAccountSearch, sharedFilter } from './account-search';

/** What of the payments is shown, as the address says it: `?method=EFT&paidFrom=2026-11-01&sort=-amount`. */
export interface PaymentSearch extends AccountSearch {
  /** The ERP's own word. */
  method?: string | undefined;
  paidFrom?: string | undefined;
  paidTo?: string | undefined;
}

const SORTS = {
  paid: 'PAID_ON',
  number: 'NUMBER',
  invoice: 'INVOICE_NUMBER',
  customer: 'ERP_CUSTOMER',
  amount: 'AMOUNT',
  currency: 'CURRENCY',
} as const satisfies Record<string, PaymentOrderField>;
/** The words of the columns that payments can be ordered by. */
export const PAYMENT_SORTS = Object.keys(SORTS) as (keyof typeof SORTS)[];
/** How they are ordered if the address says nothing. */
export const PAYMENT_ORDER = '-paid';

/** Reads the address. What it can't mean is undefined. */
export const readPaymentSearch = (search: Record<string, unknown>): PaymentSearch => ({
  ...readAccountSearch(search, { sorts: SORTS, byDefault: PAYMENT_ORDER }),
  method: readText(search['method']),
  paidFrom: readDay(search['paidFrom']),
  paidTo: readDay(search['paidTo']),
});

/** The filter that it means. */
export function filterOf(view: PaymentSearch): PaymentFilter {
  const paidOn = days(view.paidFrom, view.paidTo);
  return {
    ...sharedFilter(view),
    ...(view.method && { method: { equals: view.method } }),
    ...(paidOn && { paidOn }),
  };
}

/** The order that it means; null for the service's own. */
export const paymentOrder = ({ sort }: PaymentSearch): PaymentOrder[] | null => orderOf(SORTS, sort);
