import { Column, Entity } from 'typeorm';
import type { Address } from '../shipment/address.js';
import { ShipmentRecord } from '../shipment/shipment.entity.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** A consignment note, that is a booking. Decimals are text. Its events are in the table connote_event. */
@Entity('connote')
export class ConnoteRecord extends ShipmentRecord {
  /** Such as CN-000001. */
  @Column('text')
  number!: string;

  @Column('uuid', { name: 'quote_id', nullable: true })
  quoteId!: string | null;

  @Column('text')
  status!: ConnoteStatus;

  @Column('jsonb')
  pickup!: Address;

  @Column('jsonb')
  delivery!: Address;

  /** 0.00 until it is priced. What a quote was priced at, less the points on it, may be 0.00 too. */
  @Column('numeric', { name: 'total_amount' })
  totalAmount!: string;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId!: string | null;

  @Column({ type: 'timestamptz', name: 'ready_at', precision: 3, nullable: true })
  readyAt!: Date | null;

  @Column('text', { nullable: true })
  instructions!: string | null;

  @Column('date', { name: 'estimated_delivery_on', nullable: true })
  estimatedDeliveryOn!: string | null;

  @Column({ type: 'timestamptz', name: 'delivered_at', precision: 3, nullable: true })
  deliveredAt!: Date | null;

  /** Random; whoever has it may track the shipment. */
  @Column('text', { name: 'tracking_token' })
  trackingToken!: string;
}

/** Whether its amount is set: by staff, or by its quote. */
export const isPriced = ({ totalAmount, quoteId }: Pick<ConnoteRecord, 'totalAmount' | 'quoteId'>): boolean =>
  quoteId !== null || /[1-9]/.test(totalAmount);
