import { Column } from 'typeorm';
import { VersionedRecord } from '../../../db/versioned-record.js';
import type { FreightItem } from './freight-item.js';
import type { ServiceLevel } from './shipment.js';

/** What the tables of quotes and connotes have in common. Decimals are text, weights are in kilograms. */
export abstract class ShipmentRecord extends VersionedRecord {
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  service!: ServiceLevel;

  @Column('jsonb')
  items!: FreightItem[];

  @Column('numeric', { name: 'weight_kg' })
  weightKg!: string;

  @Column('numeric', { name: 'cubic_weight_kg', nullable: true })
  cubicWeightKg!: string | null;

  @Column('numeric', { name: 'chargeable_weight_kg' })
  chargeableWeightKg!: string;

  @Column('text')
  currency!: string;

  @Column('text', { name: 'customer_reference', nullable: true })
  customerReference!: string | null;

  @Column('date', { name: 'pickup_on', nullable: true })
  pickupOn!: string | null;
}
