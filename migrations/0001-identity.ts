import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles, logins, the ERP customers that a login may see, and sessions. */
export class Identity0001 implements MigrationInterface {
  // TypeORM orders migrations by the last 13 digits of their name.
  name = 'Identity0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role (
        id smallint primary key,
        name text not null unique
      )`);
    await runner.query(`
      insert into role (id, name)
      values (1, 'OPERATIONS'), (2, 'CUSTOMER'), (3, 'ADMIN'), (4, 'DRIVER'), (5, 'WAREHOUSE')`);
    await runner.query(`
      create table portal_user (
        id uuid primary key default gen_random_uuid(),
        username text not null check (username <> '' and position('@' in username) = 0),
        email text not null check (position('@' in email) > 1),
        display_name text,
        role_id smallint not null references role (id),
        password_hash text not null,
        active boolean not null default true,
        must_change_password boolean not null default false,
        email_confirmed boolean not null default false,
        all_erp_customers boolean not null default false,
        last_login_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        version integer not null default 1
      )`);
    await runner.query('create unique index portal_user_username on portal_user (lower(username))');
    await runner.query('create unique index portal_user_email on portal_user (lower(email))');
    await runner.query(`
      create table portal_user_erp_customer (
        user_id uuid not null references portal_user (id) on delete cascade,
        erp_customer_name text not null,
        primary key (user_id, erp_customer_name)
      )`);
    await runner.query(
      'create index portal_user_erp_customer_name on portal_user_erp_customer (erp_customer_name)',
    );
    await runner.query(`
      create table session (
        id uuid primary key default gen_random_uuid(),
        user_id uuid not null references portal_user (id) on delete cascade,
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        ip text,
        user_agent text
      )`);
    await runner.query('create index session_of_user on session (user_id) where revoked_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session, portal_user_erp_customer, portal_user, role');
  }
}
