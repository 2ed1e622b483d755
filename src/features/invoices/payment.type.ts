import { Field, ObjectType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { IdScalar } from '../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../shared/scalars.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { AS_OF, NOT_A_NUMBER, STALE, UNSHOWN } from './invoice.type.js';

/** A payment without the fields that are resolved by their own queries. */
@ObjectType({
  simpleResolvers: true,
  description: 'What was paid on an invoice, or on account, as the ERP has it.',
})
export class Payment {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ErpCustomer)
  erpCustomer!: ErpCustomer;

  @Field(() => String, { description: 'Several payments have the same one if it paid several invoices.' })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The invoice that it paid; null: it was paid on account.',
  })
  invoiceNumber!: string | null;

  @Field(() => String, { nullable: true, description: "The ERP's own word for it, such as EFT or CARD." })
  method!: string | null;

  @Field(() => String, { nullable: true })
  reference!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Null only if the ERP has a day that can not be shown; `unshown` then names the field.',
  })
  paidOn!: string | null;

  @Field(() => String, { description: 'The ISO 4217 code of the amount, as the ERP has it.' })
  currency!: string;

  @Field(() => DecimalScalar, { description: NOT_A_NUMBER })
  amount!: string;

  @Field(() => [String], { description: UNSHOWN })
  unshown!: string[];
}

@ObjectType({ simpleResolvers: true })
export class PaymentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Payment)
  node!: Payment;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class PaymentConnection extends Connection {
  @Field(() => [PaymentEdge])
  edges!: PaymentEdge[];

  @Field(() => [Payment])
  nodes!: Payment[];

  @Field(() => DateTimeScalar, { description: AS_OF })
  asOf!: () => Promise<Date>;

  @Field(() => Boolean, { description: STALE })
  stale!: () => Promise<boolean>;
}
