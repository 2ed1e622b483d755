import { Column, Entity, VirtualColumn } from 'typeorm';
import type { Address } from '../shipment/address.js';
import { ShipmentRecord } from '../shipment/shipment.entity.js';
import type { QuoteStatus } from './quote-rules.js';

/** A quote. Decimals are text. Its events are in the table quote_event. */
@Entity('quote')
export class QuoteRecord extends ShipmentRecord {
  /** Such as QT-000001. */
  @Column('text')
  reference!: string;

  /** As stored. Past its last day a QUOTED one counts as EXPIRED, also before the job has written that: see statusOn. */
  @Column('text')
  status!: QuoteStatus;

  @Column('jsonb')
  origin!: Address;

  @Column('jsonb')
  destination!: Address;

  @Column('numeric', { name: 'total_amount', nullable: true })
  totalAmount!: string | null;

  /** The last day of the price, in the time zone of the settings. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  /** Whether there is a connote of it. Not set on a quote that was not read from the database. */
  @VirtualColumn('boolean', {
    query: (quote) => `select exists (select from connote booking where booking.quote_id = ${quote}.id)`,
  })
  booked?: boolean;
}
