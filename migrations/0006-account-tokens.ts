import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Temporary passwords, and the tokens in mailed links. */
export class AccountTokens0006 implements MigrationInterface {
  name = 'AccountTokens0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table portal_user add column temporary_password_expires_at timestamptz(3)');
    await runner.query(`
      create table account_token (
        token_hash bytea primary key check (length(token_hash) = 32),
        user_id uuid not null references portal_user (id) on delete cascade,
        purpose text not null check (purpose in ('PASSWORD_RESET', 'EMAIL_CONFIRMATION')),
        email text not null,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        used_at timestamptz(3)
      )`);
    await runner.query('create index account_token_of_user on account_token (user_id, purpose, created_at)');
    await runner.query('create index account_token_expiry on account_token (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table account_token');
    await runner.query('alter table portal_user drop column temporary_password_expires_at');
  }
}
