import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askedAgain } from '../asked-again';
import type { InvoiceFilter, PortalOpenAmountsQuery } from '../operations.generated';
import { query } from '../query';
import { PortalOpenAmountsDocument } from './open-amounts.generated';

type OpenAmounts = PortalOpenAmountsQuery['invoiceTotals'];
/** What is open in one currency, and what of it is overdue. */
export type OpenAmount = OpenAmounts['byCurrency'][number];

/** What is open of the invoices that match, by currency: amounts in different currencies are never added. */
export const openAmountsQuery = (filter: InvoiceFilter) =>
  queryOptions({
    queryKey: ['invoices', 'open', filter],
    queryFn: async ({ signal }) => {
      const isOpen: InvoiceFilter = { ...filter, status: ['OPEN', 'OVERDUE'] };
      return (await query(PortalOpenAmountsDocument, { filter: isOpen }, signal)).invoiceTotals;
    },
    placeholderData: keepPreviousData,
    ...askedAgain(({ stale }: OpenAmounts) => stale),
  });

/** Whether an amount is more than nothing. */
export const isSome = (amount: string): boolean => /[1-9]/.test(amount);
