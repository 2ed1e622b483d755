import { Column, Entity } from 'typeorm';
import { VersionedRecord } from '../../db/versioned-record.js';

/** Where a customer's record came from. */
export const CUSTOMER_SOURCES = ['WEBSITE_BOOKING', 'CRM', 'API'] as const;
/** One of these sources. */
export type CustomerSource = (typeof CUSTOMER_SOURCES)[number];

/**
 * The provisioning state of a customer's account. NONE if no account was requested, if the customer has no e-mail, or
 * if the customer was deleted before there was an account.
 */
export type Provisioning = 'NONE' | 'PENDING' | 'FAILED' | 'DONE';

/** A customer in the CRM: a person, often working for a company. Deleting a customer only marks the record. */
@Entity('customer')
export class CustomerRecord extends VersionedRecord {
  @Column('text', { name: 'first_name' })
  firstName!: string;

  @Column('text', { name: 'last_name' })
  lastName!: string;

  @Column('text', { nullable: true })
  company!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  /** See shared/folded-keys.ts. Not read with the row. */
  @Column('text', { name: 'email_key', nullable: true, select: false })
  emailKey!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text')
  source!: CustomerSource;

  @Column('text', { default: 'NONE' })
  provisioning!: Provisioning;

  /** Why there is no account; shown to staff. */
  @Column('text', { name: 'provisioning_error', nullable: true })
  provisioningError!: string | null;

  /** The ticket of the only job that may create the account automatically; null if no job may. */
  @Column('uuid', { name: 'provisioning_ticket', nullable: true })
  provisioningTicket!: string | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
