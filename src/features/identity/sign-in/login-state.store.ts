import type { DataSource } from 'typeorm';

/** The current state of sign-ins to an account. */
export interface LoginState {
  /** The failures from all places that are still counted. */
  failedLoginCount: number;
  /** Set while sign-ins to the account have to wait. */
  lockedUntil: Date | null;
}

/** Reads the login counters of accounts. */
export class LoginStateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The states of these accounts, in one query. The map leaves out accounts without failures. */
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
