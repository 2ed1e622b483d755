import type { DataSource } from 'typeorm';

/** How signing in to an account goes at the moment. */
export interface LoginState {
  /** Since the last success, from wherever. */
  failedLoginCount: number;
  /** Set while the account makes somebody wait. */
  lockedUntil: Date | null;
}

/** Reads what the login counter holds of accounts. */
export class LoginStateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of these accounts with failures, in one query. */
  async byUser(userIds: readonly string[]): Promise<Map<string, LoginState>> {
    const rows = await this.dataSource.query<(LoginState & { userId: string })[]>(
      `select user_id as "userId", sum(failures)::int as "failedLoginCount",
         max(waiting_until) filter (where waiting_until > now()) as "lockedUntil"
       from login_counter
       where user_id = any($1) and forget_at > now()
       group by user_id`,
      [userIds],
    );
    return new Map(rows.map(({ userId, ...state }) => [userId, state]));
  }
}
