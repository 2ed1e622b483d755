import {
  Column,
  CreateDateColumn,
  Entity,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** Where a customer's record came from. */
export const CUSTOMER_SOURCES = ['WEBSITE_BOOKING', 'CRM', 'API'] as const;
export type CustomerSource = (typeof CUSTOMER_SOURCES)[number];

/** How far the making of a customer's account has come by itself; NONE where it was never asked for. */
export type Provisioning = 'NONE' | 'PENDING' | 'FAILED' | 'DONE';

/** A customer as the CRM knows them: a person, often of a company. Deleting only marks the record. */
@Entity('customer')
export class CustomerRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { name: 'first_name' })
  firstName!: string;

  @Column('text', { name: 'last_name' })
  lastName!: string;

  @Column('text', { nullable: true })
  company!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text')
  source!: CustomerSource;

  @Column('text', { default: 'NONE' })
  provisioning!: Provisioning;

  /** For staff: why there is no account. */
  @Column('text', { name: 'provisioning_error', nullable: true })
  provisioningError!: string | null;

  /** Names the one job that may make the account by itself; null where none is to. */
  @Column('uuid', { name: 'provisioning_ticket', nullable: true })
  provisioningTicket!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
