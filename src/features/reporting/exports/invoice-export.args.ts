import { ArrayMaxSize, ArrayUnique, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { InvoiceFilter, InvoiceOrder } from '../../invoices/invoice.args.js';
import { INVOICE_ORDER_FIELDS } from '../../invoices/invoice.order.js';
import { PaymentFilter, PaymentOrder } from '../../invoices/payment.args.js';
import { PAYMENT_ORDER_FIELDS } from '../../invoices/payment.order.js';
import type { FormatName } from '../formats/export-formats.js';
import { ExportFormatEnum } from './export-format.enum.js';
import {
  INVOICE_COLUMNS,
  type InvoiceExportColumn,
  PAYMENT_COLUMNS,
  type PaymentExportColumn,
} from './invoice-columns.js';

const InvoiceColumnEnum = enumOf(Object.keys(INVOICE_COLUMNS));
registerEnumType(InvoiceColumnEnum, { name: 'InvoiceColumn' });
const PaymentColumnEnum = enumOf(Object.keys(PAYMENT_COLUMNS));
registerEnumType(PaymentColumnEnum, { name: 'PaymentColumn' });

const ORDER = 'Default: the latest first. Nulls come last in both directions.';
const COLUMNS = 'The columns in their order; all if left out.';
const TWICE = { message: 'found a column twice; wanted each at most once' };

@InputType({ description: 'The rows and the columns of a file of invoices.' })
export class PrepareInvoiceExportInput {
  @Field(() => ExportFormatEnum)
  format!: FormatName;

  @Field(() => InvoiceFilter, { nullable: true })
  @ValidateNested()
  filter?: InvoiceFilter | null;

  @Field(() => [InvoiceOrder], { nullable: true, description: ORDER })
  @ArrayMaxSize(INVOICE_ORDER_FIELDS.length)
  orderBy?: InvoiceOrder[] | null;

  @Field(() => [InvoiceColumnEnum], { nullable: true, description: COLUMNS })
  @ArrayMaxSize(Object.keys(INVOICE_COLUMNS).length)
  @ArrayUnique(TWICE)
  columns?: InvoiceExportColumn[] | null;
}

@InputType({ description: 'The rows and the columns of a file of payments.' })
export class PreparePaymentExportInput {
  @Field(() => ExportFormatEnum)
  format!: FormatName;

  @Field(() => PaymentFilter, { nullable: true })
  @ValidateNested()
  filter?: PaymentFilter | null;

  @Field(() => [PaymentOrder], { nullable: true, description: ORDER })
  @ArrayMaxSize(PAYMENT_ORDER_FIELDS.length)
  orderBy?: PaymentOrder[] | null;

  @Field(() => [PaymentColumnEnum], { nullable: true, description: COLUMNS })
  @ArrayMaxSize(Object.keys(PAYMENT_COLUMNS).length)
  @ArrayUnique(TWICE)
  columns?: PaymentExportColumn[] | null;
}

/** The arguments of `prepareInvoiceExport`. */
@ArgsType()
export class PrepareInvoiceExportArgs {
  @Field(() => PrepareInvoiceExportInput)
  @ValidateNested()
  input!: PrepareInvoiceExportInput;
}

/** The arguments of `preparePaymentExport`. */
@ArgsType()
export class PreparePaymentExportArgs {
  @Field(() => PreparePaymentExportInput)
  @ValidateNested()
  input!: PreparePaymentExportInput;
}
