import type { DataSource } from 'typeorm';
import type { SessionEnd } from './session.entity.js';
import { type Access, type SignedIn, signedIn, toSignedIn } from './signed-in.query.js';

/** Why a session is no longer open. */
export type SessionEndReason = SessionEnd | 'EXPIRED';

/** A session as it is now: its viewer and login, or why it is no longer open. */
export type SessionState = { signedIn: SignedIn } | { ended: SessionEndReason };

interface Row extends Access {
  u_id: string;
  session_id: string;
  revoked: boolean;
  end_reason: SessionEnd | null;
  expired: boolean;
}

/** Reads how many sessions are at once, for what stays open longer than a request. */
export class SessionStateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The states of these sessions, in one query. One that doesn't exist any more has expired. */
  async read(ids: readonly string[]): Promise<Map<string, SessionState>> {
    const states = new Map<string, SessionState>(ids.map((id) => [id, { ended: 'EXPIRED' }]));
    if (ids.length === 0) return states;
    const { entities, raw } = await signedIn(this.dataSource)
      .addSelect('s.id', 'session_id')
      .addSelect('s.end_reason', 'end_reason')
      .addSelect('s.revoked_at is not null', 'revoked')
      .addSelect('s.expires_at <= now()', 'expired')
      .where('s.id = any(:ids)', { ids })
      .getRawAndEntities<Row>();
    // A login with several sessions is one entity.
    const logins = new Map(entities.map((login) => [login.id, login]));
    for (const row of raw) {
      const login = logins.get(row.u_id);
      if (!login) continue;
      const ended = endOf(row, login.active);
      states.set(row.session_id, ended ? { ended } : { signedIn: toSignedIn(row.session_id, login, row) });
    }
    return states;
  }
}

function endOf({ revoked, end_reason, expired }: Row, active: boolean): SessionEndReason | null {
  if (!active) return 'DEACTIVATED';
  if (revoked) return end_reason ?? 'ENDED_ELSEWHERE';
  return expired ? 'EXPIRED' : null;
}
