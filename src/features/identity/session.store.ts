import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { erpScopeOf, roleOfId, type Viewer } from '../../shared/auth.js';
import { PortalUserRecord } from '../portal-users/portal-user.entity.js';
import { type PortalUser, toPortalUser } from '../portal-users/portal-user.type.js';
import type { TokenClaims } from './access-token.js';
import { SessionRecord } from './session.entity.js';

/** Where a request came from. */
export interface Client {
  ip: string | null;
  userAgent: string | null;
}

/** A signed-in request: who it is, and their login. */
export interface SignedIn {
  viewer: Viewer;
  user: PortalUser;
}

/** The sessions. Each request reads its own. */
export class SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The session that a token names with its login and ERP scope, in one query; null where it has ended. */
  async find({ sessionId, userId }: TokenClaims): Promise<SignedIn | null> {
    const { entities, raw } = await this.dataSource
      .getRepository(PortalUserRecord)
      .createQueryBuilder('u')
      .innerJoin(SessionRecord, 's', 's.user_id = u.id')
      .addSelect(
        'array(select a.erp_customer_name from portal_user_erp_customer a where a.user_id = u.id)',
        'erp_customer_names',
      )
      .where('s.id = :sessionId and u.id = :userId', { sessionId, userId })
      .andWhere('s.revoked_at is null and s.expires_at > now() and u.active')
      .getRawAndEntities<{ erp_customer_names: string[] }>();
    const [record] = entities;
    if (!record) return null;
    const role = roleOfId(record.roleId);
    const viewer: Viewer = {
      userId,
      sessionId,
      role,
      mustChangePassword: record.mustChangePassword,
      erpScope: erpScopeOf(role, record.allErpCustomers, raw[0]?.erp_customer_names ?? []),
    };
    return { viewer, user: toPortalUser(record) };
  }

  /** Opens a session. */
  async open(tx: Tx, userId: string, expiresAt: Date, client: Client): Promise<SessionRecord> {
    return tx.save(SessionRecord, tx.create(SessionRecord, { userId, expiresAt, ...client }));
  }

  /** Ends one session. */
  async revoke(tx: Tx, id: string): Promise<void> {
    await tx.query('update session set revoked_at = now() where id = $1 and revoked_at is null', [id]);
  }

  /** Ends all sessions of a login. */
  async revokeAllOf(tx: Tx, userId: string): Promise<void> {
    await tx.query('update session set revoked_at = now() where user_id = $1 and revoked_at is null', [
      userId,
    ]);
  }
}
