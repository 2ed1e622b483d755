import { z } from 'zod';
import { PAYMENT_PLACEHOLDERS } from '../shared/payment-placeholders.js';
import { type Checked, isWebAddress } from './values.js';

const NAMES: readonly string[] = PAYMENT_PLACEHOLDERS;
const WANTED = `wanted an address such as https://pay.example.com/?invoice={number}, with no other placeholders than ${NAMES.map((name) => `{${name}}`).join(', ')}, and none in the name of the host`;

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
  // Up to where a path, a query or a fragment begins.
  const [origin = ''] = /^[^:]*:\/\/[^/?#]*/.exec(template) ?? [];
  const filled = template.replace(/\{(\w+)\}/g, (all, name) => (NAMES.includes(name) ? 'x' : all));
  return !/[{}]/.test(origin) && !/[{}]/.test(filled) && isWebAddress(filled);
}
