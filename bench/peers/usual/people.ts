import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const ROLES = ['', 'OPERATIONS', 'CUSTOMER', 'ADMIN', 'DRIVER', 'WAREHOUSE'];

/** A login of the portal. */
@ObjectType()
@Entity('portal_user')
export class PortalUser {
  @Field(() => ID)
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Field(() => String)
  @Column('text')
  username!: string;

  @Column('text', { name: 'username_key' })
  usernameKey!: string;

  @Field(() => String)
  @Column('text')
  email!: string;

  @Column('smallint', { name: 'role_id' })
  roleId!: number;

  @Field(() => Boolean)
  @Column('boolean')
  active!: boolean;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('timestamptz', { name: 'last_login_at', nullable: true })
  lastLoginAt!: Date | null;

  @Field(() => String)
  get role(): string {
    return ROLES[this.roleId] ?? '';
  }
}

/** The login may see the stock of the ERP's customer of this name. */
@Entity('portal_user_erp_customer')
export class Assignment {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text', { name: 'erp_customer_name' })
  customerName!: string;
}

/** A session. It is read at each request, so that it can be ended. */
@Entity('session')
export class Session {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ManyToOne(() => PortalUser)
  @JoinColumn({ name: 'user_id' })
  user!: PortalUser;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}

/** What a session is continued with. */
@Entity('refresh_token')
export class RefreshToken {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;
}
