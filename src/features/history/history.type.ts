import { Field, ObjectType } from 'type-graphql';
import { Connection } from '../../shared/connection.js';
import { IdScalar } from '../../shared/id.js';
import { DateScalar, DateTimeScalar } from '../../shared/scalars.js';
import { ConnoteEvent } from '../freight/connotes/connote-event.type.js';
import { Photo } from '../freight/proof/photo.type.js';
import { QuoteEvent } from '../freight/quotes/quote.type.js';
import { RewardEntry } from '../freight/rewards/reward.type.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { Invoice } from '../invoices/invoice.type.js';
import { Payment } from '../invoices/payment.type.js';
import { HistoryKindEnum } from './history.args.js';
import type { HistoryKind } from './history-kind.js';

/** An entry without the fields that are resolved by their own queries. */
@ObjectType({
  simpleResolvers: true,
  description: 'Something that happened. Of what it is about, the fields that fit its kind are set.',
})
export class HistoryEntry {
  @Field(() => IdScalar, { description: 'Stays the same, and is unique among all kinds.' })
  id!: string;

  @Field(() => HistoryKindEnum)
  kind!: HistoryKind;

  @Field(() => DateTimeScalar, {
    description:
      "When it happened. For what the ERP has: when its day begins in the portal's time zone. For what a driver did without a network: when it was done.",
  })
  at!: Date;

  @Field(() => DateScalar, { nullable: true, description: "The day of an ERP's row; null otherwise." })
  on!: string | null;

  /** Null for the ERP's rows. */
  customerId!: string | null;
  quoteId!: string | null;
  connoteId!: string | null;

  @Field(() => ErpCustomer, { nullable: true, description: "Set for the ERP's rows only." })
  erpCustomer!: ErpCustomer | null;

  @Field(() => QuoteEvent, { nullable: true })
  quoteEvent!: QuoteEvent | null;

  @Field(() => ConnoteEvent, { nullable: true })
  connoteEvent!: ConnoteEvent | null;

  @Field(() => Photo, { nullable: true })
  photo!: Photo | null;

  @Field(() => Invoice, { nullable: true })
  invoice!: Invoice | null;

  @Field(() => Payment, { nullable: true })
  payment!: Payment | null;

  @Field(() => RewardEntry, { nullable: true })
  reward!: RewardEntry | null;
}

@ObjectType({ simpleResolvers: true })
export class HistoryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => HistoryEntry)
  node!: HistoryEntry;
}

@ObjectType({
  simpleResolvers: true,
  implements: Connection,
  description: 'While the ERP does not answer, a history has all else, and says what is missing.',
})
export class HistoryConnection extends Connection {
  @Field(() => [HistoryEdge])
  edges!: HistoryEdge[];

  @Field(() => [HistoryEntry])
  nodes!: HistoryEntry[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the ERP was read; null if it was not.',
  })
  asOf!: () => Promise<Date | null>;

  @Field(() => Boolean, {
    description: "True if the ERP did not answer and its last good answer is among the history's.",
  })
  stale!: () => Promise<boolean>;

  @Field(() => [HistoryKindEnum], {
    description:
      'The kinds that are left out because the ERP did not answer, for this page or an earlier one. Read the list anew to have them again.',
  })
  missing!: () => Promise<HistoryKind[]>;
}
