import { fillPaymentUrl, type PaymentPlaceholder } from '../../shared/payment-placeholders.js';
import { wellFormed } from '../../shared/well-formed.js';
import type { Invoice } from './invoice.type.js';
import { isToBePaid } from './invoice-status.js';

/** The page, of somebody else, at which invoices are paid. The portal takes no money itself. */
export class PaymentPage {
  readonly #depth: number;

  /** @param template its address with placeholders such as {number}, none of them in the name of the host */
  constructor(private readonly template: string) {
    this.#depth = depthOf(fillPaymentUrl(template, () => 'x'));
  }

  /** The address for an invoice; null if nothing is to be paid, or its texts would lead to another page. */
  addressFor(invoice: Invoice): string | null {
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
    const address = fillPaymentUrl(this.template, (name) => encodeURIComponent(wellFormed(values[name])));
    // But for dots, which browsers resolve even if they are encoded.
    return depthOf(address) === this.#depth ? address : null;
  }
}

/** How many folders deep an address is once its dots are resolved. */
const depthOf = (address: string) => new URL(address).pathname.split('/').length;
