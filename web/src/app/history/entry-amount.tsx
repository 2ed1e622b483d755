import type { ReactNode } from 'react';
import { Quantity } from '../../parts/quantity';
import type { Entry } from './history-queries';

/** How much money an entry is about; null if about none. */
export function amountOf({ quote, quoteEvent, connote, connoteEvent, invoice, payment }: Entry): ReactNode {
  if (invoice) return <Quantity value={invoice.totalAmount} unit={invoice.currency} />;
  if (payment) return <Quantity value={payment.amount} unit={payment.currency} />;
  const isPriced = quoteEvent?.to === 'QUOTED' || quoteEvent?.to === 'APPROVED';
  if (quote?.totalAmount && isPriced) return <Quantity value={quote.totalAmount} unit={quote.currency} />;
  if (connote?.priced && connoteEvent?.kind === 'PRICE')
    return <Quantity value={connote.totalAmount} unit={connote.currency} />;
  return null;
}
