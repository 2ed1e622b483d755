import { z } from 'zod';
import { fillPaymentUrl, PAYMENT_PLACEHOLDERS } from '../shared/payment-placeholders.js';
import { type Checked, isWebAddress } from './values.js';

const WANTED = `wanted an address such as https://pay.example.com/?invoice={number}, with no other placeholders than ${PAYMENT_PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}, and none in the name of the host`;

/** The environment variables of invoices. */
export const invoiceSettings = {
  PAYMENT_URL: z.string().refine(isPaymentUrl, WANTED).optional(),
};
type InvoiceSettings = Checked<typeof invoiceSettings>;

/** How invoices are paid. */
export interface InvoicesConfig {
  /** The address of the page at which an invoice is paid, with placeholders such as {number}; null if there is none. */
  paymentUrl: string | null;
}

/** The configuration of invoices, from its settings. */
export const toInvoices = (s: InvoiceSettings): InvoicesConfig => ({ paymentUrl: s.PAYMENT_URL ?? null });

function isPaymentUrl(template: string): boolean {
  const [one, another] = ['1', '2'].map((value) => fillPaymentUrl(template, () => value));
  if (!one || !another || /[{}]/.test(one) || !isWebAddress(one) || !isWebAddress(another)) return false;
  return new URL(one).origin === new URL(another).origin;
}
