import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Why a session was ended. One that nobody ended has expired. */
export type SessionEnd = 'SIGNED_OUT' | 'ENDED_ELSEWHERE' | 'PASSWORD_CHANGED' | 'DEACTIVATED';

/** A session. An access token is valid only while its session is neither revoked nor expired. */
@Entity('session')
export class SessionRecord {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  /** Accurate to within five minutes. */
  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, default: () => 'now()' })
  lastUsedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;

  /** Null if it was not ended, or ended before this was recorded. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: SessionEnd | null;

  @Column('text', { nullable: true })
  ip!: string | null;

  /** The address that it was opened from, in the form that the counters of failed sign-ins use. */
  @Column('text', { nullable: true })
  network!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;
}
