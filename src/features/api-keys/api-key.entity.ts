import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A credential of a reporting tool. Only the hash of its secret is stored. */
@Entity('api_key')
export class ApiKeyRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  prefix!: string;

  @Column('bytea', { name: 'secret_hash', select: false })
  secretHash!: Buffer;

  @Column('boolean', { name: 'all_erp_customers' })
  allErpCustomers!: boolean;

  @Column('uuid', { name: 'created_by' })
  createdById!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Accurate to within five minutes. */
  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'expiry_mailed_at', precision: 3, nullable: true })
  expiryMailedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}

/** An assignment: the key may read the inventory of the ERP customer with exactly this name. */
@Entity('api_key_erp_customer')
export class ApiKeyErpCustomerRecord {
  @PrimaryColumn('uuid', { name: 'api_key_id' })
  apiKeyId!: string;

  @PrimaryColumn('text', { name: 'erp_customer_name' })
  erpCustomerName!: string;
}
