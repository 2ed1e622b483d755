import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { GuardedErp } from '../erp/guarded-erp.js';
import { ScopedAccounts } from '../features/invoices/account-queries.js';
import type { InvoiceSources } from '../features/invoices/invoice.loader.js';
import { InvoiceStore } from '../features/invoices/invoice.store.js';
import { PaymentStore } from '../features/invoices/payment.store.js';
import { PaymentPage } from '../features/invoices/payment-page.js';
import type { CursorCodec } from '../shared/cursor.js';
import { dayIn } from '../shared/day-in.js';
import { warnOfUnshown } from './warn-of-unshown.js';

/** What composing invoices needs. */
export interface InvoicesInput {
  erp: GuardedErp;
  cursors: CursorCodec;
  logger: Logger;
  now: () => Date;
}

/** Composes reading invoices and payments, as far as they are mapped. */
export function composeInvoices(
  config: Config,
  { erp, cursors, logger, now }: InvoicesInput,
): InvoiceSources {
  const { erpMapping: mapping, freight } = config;
  const { paymentUrl } = config.invoices;
  const accounts = new ScopedAccounts(erp, mapping);
  return {
    invoices: mapping.invoices === null ? null : new InvoiceStore(accounts),
    payments: mapping.payments === null ? null : new PaymentStore(accounts),
    cursors,
    today: () => dayIn(freight.timeZone, now()),
    paymentPage: paymentUrl === null ? null : new PaymentPage(paymentUrl),
    onUnshown: warnOfUnshown(logger),
  };
}
