import {
  Column,
  CreateDateColumn,
  Entity,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { Address } from '../shipment/address.js';
import type { FreightItem } from '../shipment/freight-item.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import type { ConnoteStatus } from './connote-transitions.js';

/** A consignment note, that is a booking. Decimals are text. Its events are in the table connote_event. */
@Entity('connote')
export class ConnoteRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Such as CN-000001. */
  @Column('text')
  number!: string;

  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('uuid', { name: 'quote_id', nullable: true })
  quoteId!: string | null;

  @Column('text')
  status!: ConnoteStatus;

  @Column('text')
  service!: ServiceLevel;

  @Column('jsonb')
  pickup!: Address;

  @Column('jsonb')
  delivery!: Address;

  @Column('jsonb')
  items!: FreightItem[];

  @Column('numeric', { name: 'weight_kg' })
  weightKg!: string;

  @Column('numeric', { name: 'cubic_weight_kg', nullable: true })
  cubicWeightKg!: string | null;

  @Column('numeric', { name: 'chargeable_weight_kg' })
  chargeableWeightKg!: string;

  /** 0.00 until it is priced. */
  @Column('numeric', { name: 'total_amount' })
  totalAmount!: string;

  @Column('text')
  currency!: string;

  @Column('uuid', { name: 'driver_id', nullable: true })
  driverId!: string | null;

  @Column('text', { name: 'customer_reference', nullable: true })
  customerReference!: string | null;

  @Column('date', { name: 'pickup_on', nullable: true })
  pickupOn!: string | null;

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

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer' })
  version!: number;
}

/** Whether staff have set the amount. */
export const isPriced = ({ totalAmount }: Pick<ConnoteRecord, 'totalAmount'>): boolean =>
  /[1-9]/.test(totalAmount);
