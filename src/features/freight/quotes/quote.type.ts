import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../../shared/connection.js';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { StatusCount } from '../../../shared/status-count.type.js';
import { Address } from '../shipment/address.type.js';
import { ShipmentFields } from '../shipment/shipment.type.js';
import type { QuoteRecord } from './quote.entity.js';
import { QUOTE_ACTIONS, QUOTE_STATUSES, type QuoteStatus, statusOn } from './quote-rules.js';

/** The GraphQL enum of quote statuses. All other code uses the plain string. */
export const QuoteStatusEnum = enumOf(QUOTE_STATUSES);
registerEnumType(QuoteStatusEnum, { name: 'QuoteStatus' });

/** The GraphQL enum of what can be done with a quote. */
export const QuoteActionEnum = enumOf(QUOTE_ACTIONS);
registerEnumType(QuoteActionEnum, { name: 'QuoteAction', description: 'What can be done with a quote.' });

/** A quote without the fields that are resolved by their own queries. */
@ObjectType({ description: 'A price for a shipment, asked for by a customer and set by staff.' })
export class Quote extends ShipmentFields {
  @Field(() => String, { description: 'Such as QT-000001.' })
  reference!: string;

  /** Whether a connote was booked from it. */
  booked!: boolean;

  @Field(() => QuoteStatusEnum, {
    description: 'EXPIRED from the day after validUntil on, unless it was approved.',
  })
  status!: QuoteStatus;

  @Field(() => Address)
  origin!: Address;

  @Field(() => Address)
  destination!: Address;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null until staff have set the price.' })
  totalAmount!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the price.' })
  validUntil!: string | null;
}

@ObjectType({ description: 'A step in the life of a quote.' })
export class QuoteEvent {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => QuoteStatusEnum, { nullable: true, description: 'Null for the request.' })
  from!: QuoteStatus | null;

  @Field(() => QuoteStatusEnum)
  to!: QuoteStatus;

  /** Null where the portal acted. */
  byId!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType({ simpleResolvers: true })
export class QuoteEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Quote)
  node!: Quote;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class QuoteConnection extends Connection {
  @Field(() => [QuoteEdge])
  edges!: QuoteEdge[];

  @Field(() => [Quote])
  nodes!: Quote[];

  @Field(() => [StatusCount], {
    description: 'Under the same filter but for its status; counted only if asked for.',
  })
  countsByStatus!: () => Promise<StatusCount[]>;
}

@ObjectType({ simpleResolvers: true })
export class QuotePayload {
  @Field(() => Quote)
  quote!: Quote;
}

/** A quote as it stands on a day. */
export const toQuote = (record: QuoteRecord, today: string): Quote => ({
  ...record,
  booked: record.booked ?? false,
  status: statusOn(today, record),
});
