import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../../shared/auth.js';
import { Auth } from '../../shared/auth-decorators.js';
import { IdScalar } from '../../shared/id.js';
import { SizedBy } from '../../shared/list-size.js';
import { selectedInNodes } from '../../shared/selected-fields.js';
import { InvoiceArgs, InvoiceFilterArgs } from './invoice.args.js';
import type { InvoiceLoader } from './invoice.loader.js';
import { Invoice, InvoiceConnection, InvoiceTotals } from './invoice.type.js';
import { PaymentArgs } from './payment.args.js';
import { MAX_PAYMENTS_OF_INVOICE } from './payment.store.js';
import { Payment, PaymentConnection } from './payment.type.js';

/** What these resolvers need from the request context. */
export interface InvoiceContext {
  loaders: { invoices: InvoiceLoader };
}

/** Who may see invoices and payments. API keys may not: they were made for stock. */
export const INVOICE_READERS = ['CUSTOMER', 'OPERATIONS', 'ADMIN'] as const satisfies readonly Role[];

/** The queries of invoices and payments. */
@Resolver()
export class InvoiceResolver {
  @Query(() => InvoiceConnection, {
    description: "The ERP's invoices and credit notes, within the viewer's scope.",
  })
  @Auth(...INVOICE_READERS)
  invoices(
    @Args(() => InvoiceArgs) args: InvoiceArgs,
    @Ctx() { loaders }: InvoiceContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.invoices.page(args, { withPayments: selectedInNodes(info).has('payments') });
  }

  @Query(() => Invoice, {
    nullable: true,
    description: "One invoice; null if it is gone or outside the viewer's scope.",
  })
  @Auth(...INVOICE_READERS)
  invoice(@Arg('id', () => IdScalar) id: string, @Ctx() { loaders }: InvoiceContext) {
    return loaders.invoices.invoice(id);
  }

  @Query(() => InvoiceTotals, {
    description: "Counts and sums of the invoices within the viewer's scope, by currency.",
  })
  @Auth(...INVOICE_READERS)
  invoiceTotals(@Args(() => InvoiceFilterArgs) args: InvoiceFilterArgs, @Ctx() { loaders }: InvoiceContext) {
    return loaders.invoices.totals(args.filter);
  }

  @Query(() => PaymentConnection, { description: "The ERP's payments, within the viewer's scope." })
  @Auth(...INVOICE_READERS)
  payments(
    @Args(() => PaymentArgs) args: PaymentArgs,
    @Ctx() { loaders }: InvoiceContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.invoices.paymentPage(args, { withInvoices: selectedInNodes(info).has('invoice') });
  }
}

/** What was paid on an invoice, and where the rest is paid. */
@Resolver(() => Invoice)
export class InvoicePaymentsResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to pay what is open; null if nothing is, or the portal has no such page.',
  })
  paymentUrl(@Root() invoice: Invoice, @Ctx() { loaders }: InvoiceContext) {
    return loaders.invoices.paymentUrlOf(invoice);
  }

  @SizedBy(() => MAX_PAYMENTS_OF_INVOICE)
  @FieldResolver(() => [Payment], {
    description: `The latest first, at most ${MAX_PAYMENTS_OF_INVOICE}; empty if the portal shows no payments.`,
  })
  payments(@Root() invoice: Invoice, @Ctx() { loaders }: InvoiceContext) {
    return loaders.invoices.paymentsOf(invoice);
  }
}

/** What a payment paid. */
@Resolver(() => Payment)
export class PaymentInvoiceResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'Null if it was paid on account, or the ERP has no invoice of this number.',
  })
  invoice(@Root() payment: Payment, @Ctx() { loaders }: InvoiceContext) {
    return loaders.invoices.invoiceOf(payment);
  }
}
