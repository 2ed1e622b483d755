import type { DataSource } from 'typeorm';
import { groupBy } from '../../../shared/group-by.js';
import type { SessionRecord } from './session.entity.js';

/** A session that is open. */
export type OpenSession = Omit<SessionRecord, 'revokedAt' | 'network'>;

/** How many open sessions of a login are listed at most. Nobody has more devices. */
export const SHOWN_SESSIONS = 100;

/** Lists open sessions. */
export class SessionListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The open sessions of these logins, most recently used first and at most SHOWN_SESSIONS of each, in one query. */
  async openOf(userIds: readonly string[]): Promise<Map<string, OpenSession[]>> {
    const rows = await this.dataSource.query<OpenSession[]>(
      `select s.* from unnest($1::uuid[]) as u (id) cross join lateral (
         select id, user_id as "userId", created_at as "createdAt", last_used_at as "lastUsedAt",
           expires_at as "expiresAt", ip, user_agent as "userAgent"
         from session where user_id = u.id and revoked_at is null and expires_at > now()
         order by last_used_at desc, created_at desc limit ${SHOWN_SESSIONS}
       ) s order by s."lastUsedAt" desc, s."createdAt" desc`,
      [userIds],
    );
    return groupBy(rows, ({ userId }) => userId);
  }
}
