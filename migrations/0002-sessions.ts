import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refresh tokens, the last use and network of a session, and counters of failed sign-ins. */
export class Sessions0002 implements MigrationInterface {
  name = 'Sessions0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column last_used_at timestamptz(3) not null default now(),
        add column network text`);
    await runner.query('create index session_from_network on session (user_id, network)');
    await runner.query('create index session_expiry on session (expires_at)');
    await runner.query(`
      create table refresh_token (
        token_hash bytea primary key,
        session_id uuid not null references session (id) on delete cascade,
        created_at timestamptz(3) not null default now(),
        spent_at timestamptz(3)
      )`);
    await runner.query('create index refresh_token_of_session on refresh_token (session_id)');
    await runner.query(`
      create table login_counter (
        key text primary key,
        user_id uuid references portal_user (id) on delete cascade,
        failures integer not null,
        looked_at integer not null,
        waits integer not null default 0,
        waiting_until timestamptz(3),
        waiting_since_attempt uuid,
        forget_at timestamptz(3) not null
      )`);
    await runner.query('create index login_counter_of_user on login_counter (user_id)');
    await runner.query('create index login_counter_forget on login_counter (forget_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table login_counter, refresh_token');
    await runner.query('drop index session_expiry, session_from_network');
    await runner.query('alter table session drop column network, drop column last_used_at');
  }
}
