import type { PaymentPlaceholder } from '../../shared/payment-placeholders.js';
import type { Invoice } from './invoice.type.js';
import { isToBePaid } from './invoice-status.js';

type Payable = Pick<Invoice, 'id' | 'number' | 'erpCustomer' | 'openAmount' | 'currency' | 'reference'>;

/** The page, of somebody else, at which invoices are paid. The portal takes no money itself. */
export class PaymentPage {
  /** @param template its address with placeholders such as {number}, none of them in the name of the host */
  constructor(private readonly template: string) {}

  /** The address for an invoice; null if nothing is to be paid. */
  addressFor(invoice: Payable): string | null {
    if (!isToBePaid(invoice.openAmount)) return null;
    const values: Record<PaymentPlaceholder, string> = {
      id: invoice.id,
      number: invoice.number,
      customer: invoice.erpCustomer.name,
      amount: invoice.openAmount,
      currency: invoice.currency,
      reference: invoice.reference ?? '',
    };
    // Whatever the ERP's texts are, each stays one part of the address.
    return this.template.replace(/\{(\w+)\}/g, (_, name: PaymentPlaceholder) =>
      encodeURIComponent(values[name]),
    );
  }
}
