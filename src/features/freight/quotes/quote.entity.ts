import {
  Column,
  CreateDateColumn,
  Entity,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
  VirtualColumn,
} from 'typeorm';
import type { Address } from '../shipment/address.js';
import type { FreightItem } from '../shipment/freight-item.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import type { QuoteStatus } from './quote-rules.js';

/** A quote. Decimals are text. Its events are in the table quote_event. */
@Entity('quote')
export class QuoteRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Such as QT-000001. */
  @Column('text')
  reference!: string;

  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  /** As stored. Past its last day a QUOTED one counts as EXPIRED, also before the job has written that: see statusOn. */
  @Column('text')
  status!: QuoteStatus;

  @Column('text')
  service!: ServiceLevel;

  @Column('jsonb')
  origin!: Address;

  @Column('jsonb')
  destination!: Address;

  @Column('jsonb')
  items!: FreightItem[];

  @Column('numeric', { name: 'weight_kg' })
  weightKg!: string;

  @Column('numeric', { name: 'cubic_weight_kg', nullable: true })
  cubicWeightKg!: string | null;

  @Column('numeric', { name: 'chargeable_weight_kg' })
  chargeableWeightKg!: string;

  @Column('numeric', { name: 'total_amount', nullable: true })
  totalAmount!: string | null;

  @Column('text')
  currency!: string;

  /** The last day of the price, in the time zone of the settings. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @Column('text', { name: 'customer_reference', nullable: true })
  customerReference!: string | null;

  @Column('date', { name: 'pickup_on', nullable: true })
  pickupOn!: string | null;

  /** Whether there is a connote of it. Not set on a quote that was not read from the database. */
  @VirtualColumn('boolean', {
    query: (quote) => `select exists (select from connote booking where booking.quote_id = ${quote}.id)`,
  })
  booked?: boolean;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
