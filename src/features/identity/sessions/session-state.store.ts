import type { DataSource } from 'typeorm';
import type { SessionEnd } from './session.entity.js';
import { type SignedIn, type SignedInRow, signedInSql, toSignedIn } from './signed-in.query.js';

/** Why a session is no longer open. */
export type SessionEndReason = SessionEnd | 'EXPIRED';

/** A session as it is now: its viewer and login, or why it is no longer open. */
export type SessionState = { signedIn: SignedIn } | { ended: SessionEndReason };

/** How a session stands, beside its login. */
interface Standing {
  session_id: string;
  revoked: boolean;
  end_reason: SessionEnd | null;
  expired: boolean;
}

/** Reads how many sessions are at once, for what stays open longer than a request. */
export class SessionStateStore {
  readonly #read: string;

  constructor(private readonly dataSource: DataSource) {
    this.#read = signedInSql(
      dataSource,
      [
        ...['s.id as session_id', 's.end_reason as end_reason'],
        ...['s.revoked_at is not null as revoked', 's.expires_at <= now() as expired'],
      ],
      's.id = any($1)',
    );
  }

  /** The states of these sessions, in one query. One that doesn't exist any more has expired. */
  async read(ids: readonly string[]): Promise<Map<string, SessionState>> {
    const states = new Map<string, SessionState>(ids.map((id) => [id, { ended: 'EXPIRED' }]));
    if (ids.length === 0) return states;
    for (const row of await this.dataSource.query<(SignedInRow & Standing)[]>(this.#read, [ids])) {
      const { session_id, revoked, end_reason, expired, ...login } = row;
      const ended = endOf({ revoked, end_reason, expired }, login.active);
      states.set(session_id, ended ? { ended } : { signedIn: toSignedIn(session_id, login) });
    }
    return states;
  }
}

function endOf(
  { revoked, end_reason, expired }: Omit<Standing, 'session_id'>,
  active: boolean,
): SessionEndReason | null {
  if (!active) return 'DEACTIVATED';
  if (revoked) return end_reason ?? 'ENDED_ELSEWHERE';
  return expired ? 'EXPIRED' : null;
}
