import { Field, Int, ObjectType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { IdScalar } from '../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../shared/scalars.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { InvoiceStatusEnum } from './invoice.args.js';
import type { InvoiceStatus } from './invoice-status.js';

/** What the fields say that tell how old an answer is. */
export const AS_OF = 'When the ERP was read.';
export const STALE = 'True if the ERP did not answer and this is its last good answer.';
/** What the fields of amounts say. */
export const NOT_A_NUMBER =
  "0 if the ERP's amount is not a number (NaN or infinite); `unshown` then names the field.";
export const UNSHOWN =
  "The names of the fields whose value the ERP has but that can't be shown. Empty for nearly all.";

/** An invoice without the fields that are resolved by their own queries. */
@ObjectType({
  simpleResolvers: true,
  description: 'An invoice, or a credit note, whose amounts are negative, as the ERP has it.',
})
export class Invoice {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ErpCustomer)
  erpCustomer!: ErpCustomer;

  @Field(() => String)
  number!: string;

  @Field(() => InvoiceStatusEnum)
  status!: InvoiceStatus;

  @Field(() => String, {
    nullable: true,
    description: "The customer's own word for it, such as an order number.",
  })
  reference!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Null only if the ERP has a day that can not be shown; `unshown` then names the field.',
  })
  issuedOn!: string | null;

  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;

  @Field(() => String, { description: 'The ISO 4217 code of its amounts, as the ERP has it.' })
  currency!: string;

  @Field(() => DecimalScalar, { description: `With tax. ${NOT_A_NUMBER}` })
  totalAmount!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The tax in the total.' })
  taxAmount!: string | null;

  @Field(() => DecimalScalar, { description: `What is still to be paid. ${NOT_A_NUMBER}` })
  openAmount!: string;

  @Field(() => [String], { description: UNSHOWN })
  unshown!: string[];
}

@ObjectType({ simpleResolvers: true })
export class InvoiceEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Invoice)
  node!: Invoice;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class InvoiceConnection extends Connection {
  @Field(() => [InvoiceEdge])
  edges!: InvoiceEdge[];

  @Field(() => [Invoice])
  nodes!: Invoice[];

  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf!: () => Promise<Date>;

  @Field(() => Boolean, { description: STALE })
  stale!: () => Promise<boolean>;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Sums of invoices in one currency. Amounts in different currencies are never added.',
})
export class InvoiceCurrencyTotals {
  @Field(() => String)
  currency!: string;

  @Field(() => Int)
  invoiceCount!: number;

  @Field(() => DecimalScalar, { description: 'Credit notes are subtracted.' })
  totalAmount!: string;

  @Field(() => DecimalScalar, { description: 'What is still to be paid. Open credit notes are subtracted.' })
  openAmount!: string;

  @Field(() => DecimalScalar, {
    description: 'What is to be paid and was due before today. Open credit notes are not subtracted.',
  })
  overdueAmount!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Counts and sums of invoices.' })
export class InvoiceTotals {
  @Field(() => Int)
  invoiceCount!: number;

  @Field(() => [InvoiceCurrencyTotals], { description: 'By their codes.' })
  byCurrency!: InvoiceCurrencyTotals[];

  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf!: Date;

  @Field(() => Boolean, { description: STALE })
  stale!: boolean;
}
