import { Column, Entity, PrimaryColumn } from 'typeorm';
import { VersionedRecord } from '../../db/versioned-record.js';

/** The table of roles: 1 OPERATIONS, 2 CUSTOMER, 3 ADMIN, 4 DRIVER, 5 WAREHOUSE. */
@Entity('role')
export class RoleRecord {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('text')
  name!: string;
}

/** A login. Its `passwordHash` is never sent to a client. */
@Entity('portal_user')
export class PortalUserRecord extends VersionedRecord {
  @Column('text')
  username!: string;

  @Column('text')
  email!: string;

  /** See shared/folded-keys.ts. Not read with the row. */
  @Column('text', { name: 'username_key', select: false })
  usernameKey!: string;

  /** The same of the e-mail. */
  @Column('text', { name: 'email_key', select: false })
  emailKey!: string;

  @Column('text', { name: 'display_name', nullable: true })
  displayName!: string | null;

  @Column('smallint', { name: 'role_id' })
  roleId!: number;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean', { default: true })
  active!: boolean;

  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword!: boolean;

  /** When the temporary password expires. Null if the password is not a temporary one. */
  @Column({ type: 'timestamptz', name: 'temporary_password_expires_at', precision: 3, nullable: true })
  temporaryPasswordExpiresAt!: Date | null;

  @Column('boolean', { name: 'email_confirmed', default: false })
  emailConfirmed!: boolean;

  @Column('boolean', { name: 'all_erp_customers', default: false })
  allErpCustomers!: boolean;

  /** The CRM customer that the login belongs to. */
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  @Column({ type: 'timestamptz', name: 'last_login_at', precision: 3, nullable: true })
  lastLoginAt!: Date | null;
}

/** An assignment: the login may see the inventory of the ERP customer with exactly this name. */
@Entity('portal_user_erp_customer')
export class PortalUserErpCustomerRecord {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text', { name: 'erp_customer_name' })
  erpCustomerName!: string;
}
