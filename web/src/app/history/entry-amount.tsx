import type { ReactNode } from 'react';
import { Money } from '../../parts/money';
import type { Entry } from './history-queries';

/** How much money an entry is about; null if about none. */
export function amountOf({ quote, quoteEvent, connote, connoteEvent, invoice, payment }: Entry): ReactNode {
  if (invoice) return <Money amount={invoice.totalAmount} currency={invoice.currency} />;
  if (payment) return <Money amount={payment.amount} currency={payment.currency} />;
  const isPriced = quoteEvent?.to === 'QUOTED' || quoteEvent?.to === 'APPROVED';
  if (quote?.totalAmount && isPriced) return <Money amount={quote.totalAmount} currency={quote.currency} />;
  if (connote?.priced && connoteEvent?.kind === 'PRICE')
    return <Money amount={connote.totalAmount} currency={connote.currency} />;
  return null;
}
