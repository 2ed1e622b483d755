import { Field, ObjectType } from 'type-graphql';
import { Connection } from '../../../shared/connection.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../shared/scalars.js';
import { StatusCount } from '../../../shared/status-count.type.js';
import { Address } from '../shipment/address.type.js';
import { ShipmentFields } from '../shipment/shipment.type.js';
import { ConnoteStatusEnum } from './connote-event.type.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** A connote without the fields that are resolved by their own queries. */
@ObjectType({ description: 'A consignment note, that is a booking.' })
export class Connote extends ShipmentFields {
  @Field(() => String, { description: 'Such as CN-000001.' })
  number!: string;

  quoteId!: string | null;
  driverId!: string | null;

  @Field(() => ConnoteStatusEnum)
  status!: ConnoteStatus;

  @Field(() => Address)
  pickup!: Address;

  @Field(() => Address)
  delivery!: Address;

  @Field(() => DecimalScalar, {
    description: '0.00 until staff have set the price, and where points pay all of it: see priced.',
  })
  totalAmount!: string;

  @Field(() => Boolean, { description: 'Whether its price is set: by staff, or by its quote.' })
  priced!: boolean;

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
