import { Link } from '@tanstack/react-router';
import type { Entry } from './history-queries';

/** Where quotes, bookings and points are. */
export interface Places {
  quote: '/customer/quotes/$reference' | '/operations/quotes/$reference';
  booking: '/customer/bookings/$number' | '/operations/connotes/$number';
}

/** The name of what an entry is about, as a link to its page. */
export function HappeningLink({ entry, places }: { entry: Entry; places: Places }) {
  const { quote, connote, invoice, payment, erpCustomer } = entry;
  const customer = erpCustomer?.name;
  // Several customers have invoices of one number.
  if (invoice) return <InvoiceLink number={invoice.number} search={{ customer, invoice: invoice.id }} />;
  if (payment)
    return payment.invoiceNumber ? (
      <InvoiceLink number={payment.invoiceNumber} search={{ customer }} />
    ) : null;
  // Points are used on a quote, and come from a booking.
  if (quote)
    return (
      <Link to={places.quote} params={{ reference: quote.reference }} dir="ltr">
        {quote.reference}
      </Link>
    );
  if (!connote) return null;
  return (
    <Link to={places.booking} params={{ number: connote.number }} dir="ltr">
      {connote.number}
    </Link>
  );
}

interface InvoiceLinkProps {
  number: string;
  search: { customer: string | undefined; invoice?: string };
}

function InvoiceLink({ number, search }: InvoiceLinkProps) {
  return (
    <Link to="/invoices" search={{ ...search, search: number }} dir="ltr">
      {number}
    </Link>
  );
}
