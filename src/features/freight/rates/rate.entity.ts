import { Column, Entity } from 'typeorm';
import { VersionedRecord } from '../../../db/versioned-record.js';
import type { ServiceLevel } from '../shipment/shipment.js';

/** A line of the rate card: what a lane costs for a service. Amounts are decimals in text. */
@Entity('rate')
export class RateRecord extends VersionedRecord {
  @Column('text')
  service!: ServiceLevel;

  /** Null for any state. */
  @Column('text', { name: 'origin_state', nullable: true })
  originState!: string | null;

  @Column('text', { name: 'destination_state', nullable: true })
  destinationState!: string | null;

  @Column('numeric')
  base!: string;

  /** For each kilogram of chargeable weight. */
  @Column('numeric', { name: 'per_kg' })
  perKg!: string;

  @Column('numeric')
  minimum!: string;

  @Column('text')
  currency!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** The last day; null without an end. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;
}

/** The fields of a rate that staff enter. */
export type RateFields = Omit<RateRecord, 'id' | 'createdAt' | 'updatedAt' | 'version'>;

/** The fields of a rate that staff enter, alone. */
export function rateFieldsOf(rate: RateFields): RateFields {
  const { service, originState, destinationState, base, perKg, minimum, currency, validFrom, validUntil } =
    rate;
  return { service, originState, destinationState, base, perKg, minimum, currency, validFrom, validUntil };
}
