import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection } from '../../../shared/connection.js';
import { IdScalar } from '../../../shared/id.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { StatusCount } from '../../../shared/status-count.type.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { Address, FreightItem, ServiceLevelEnum } from '../shipment/shipment.type.js';
import {
  ATTEMPT_REASONS,
  type AttemptReason,
  CONNOTE_EVENT_KINDS,
  type ConnoteEventKind,
} from './connote-event.js';
import { CONNOTE_STATUSES, type ConnoteStatus } from './connote-transitions.js';

const enumOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** The GraphQL enum of connote statuses. All other code uses the plain string. */
export const ConnoteStatusEnum = enumOf(CONNOTE_STATUSES);
registerEnumType(ConnoteStatusEnum, { name: 'ConnoteStatus' });

/** The GraphQL enum of the kinds of events. */
const ConnoteEventKindEnum = enumOf(CONNOTE_EVENT_KINDS);
registerEnumType(ConnoteEventKindEnum, {
  name: 'ConnoteEventKind',
  description: 'What an event is about: the status, the price, the driver, a note, or a failed delivery.',
});

/** The GraphQL enum of why a delivery failed. */
export const AttemptReasonEnum = enumOf(ATTEMPT_REASONS);
registerEnumType(AttemptReasonEnum, {
  name: 'AttemptReason',
  description: 'Why goods could not be delivered.',
});

/** A connote without the fields that are resolved by their own queries. */
@ObjectType({ description: 'A consignment note, that is a booking.' })
export class Connote {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => String, { description: 'Such as CN-000001.' })
  number!: string;

  customerId!: string;
  quoteId!: string | null;
  driverId!: string | null;

  @Field(() => ConnoteStatusEnum)
  status!: ConnoteStatus;

  @Field(() => ServiceLevelEnum)
  service!: ServiceLevel;

  @Field(() => Address)
  pickup!: Address;

  @Field(() => Address)
  delivery!: Address;

  @Field(() => DecimalScalar)
  weightKg!: string;

  @Field(() => DecimalScalar, { description: '0.00 until staff have set the price.' })
  totalAmount!: string;

  @Field(() => String, { description: 'ISO 4217, such as AUD.' })
  currency!: string;

  @Field(() => [FreightItem])
  items!: FreightItem[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Cubic metres times the portal's cubic factor; null if no item has dimensions.",
  })
  cubicWeightKg!: string | null;

  @Field(() => DecimalScalar, { description: 'The larger of weight and cubic weight: what is charged.' })
  chargeableWeightKg!: string;

  @Field(() => String, {
    nullable: true,
    description: "The customer's own word for it, such as an order number.",
  })
  customerReference!: string | null;

  @Field(() => DateScalar, { nullable: true })
  pickupOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on the goods can be picked up.' })
  readyAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the driver must know.' })
  instructions!: string | null;

  @Field(() => DateScalar, { nullable: true })
  estimatedDeliveryOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  deliveredAt!: Date | null;

  @Field(() => String, {
    description: 'A page that anybody with the link may open: status, suburbs and times, nothing else.',
  })
  trackingUrl!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar)
  updatedAt!: Date;
}

@ObjectType({
  description: 'Something that happened to a connote. Where the status stays, from and to are the same.',
})
export class ConnoteEvent {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ConnoteEventKindEnum)
  kind!: ConnoteEventKind;

  @Field(() => ConnoteStatusEnum, { nullable: true, description: 'Null for the booking.' })
  from!: ConnoteStatus | null;

  @Field(() => ConnoteStatusEnum)
  to!: ConnoteStatus;

  /** Null where the portal acted. */
  byId!: string | null;

  /** Set for failed deliveries only. */
  reason!: AttemptReason | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType({ description: 'A delivery that failed.' })
export class DeliveryAttempt {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => AttemptReasonEnum)
  reason!: AttemptReason;

  @Field(() => String, { nullable: true })
  note!: string | null;

  byId!: string;

  @Field(() => DateTimeScalar)
  at!: Date;
}

@ObjectType({ simpleResolvers: true })
export class ConnoteEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Connote)
  node!: Connote;
}

@ObjectType({ simpleResolvers: true, implements: Connection })
export class ConnoteConnection extends Connection {
  @Field(() => [ConnoteEdge])
  edges!: ConnoteEdge[];

  @Field(() => [Connote])
  nodes!: Connote[];

  @Field(() => [StatusCount], {
    description: 'Under the same filter but for its status; counted only if asked for.',
  })
  countsByStatus!: () => Promise<StatusCount[]>;
}

@ObjectType({ simpleResolvers: true })
export class ConnotePayload {
  @Field(() => Connote)
  connote!: Connote;
}
