import type { MigrationInterface, QueryRunner } from 'typeorm';

/** CRM customers, and which login belongs to which customer. */
export class Customers0007 implements MigrationInterface {
  name = 'Customers0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table customer (
        id uuid primary key default gen_random_uuid(),
        first_name text not null,
        last_name text not null,
        company text,
        email text,
        phone text,
        source text not null check (source in ('WEBSITE_BOOKING', 'CRM', 'API')),
        provisioning text not null default 'NONE'
          check (provisioning in ('NONE', 'PENDING', 'FAILED', 'DONE')),
        provisioning_error text,
        provisioning_ticket uuid,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        version integer not null default 1,
        deleted_at timestamptz(3)
      )`);
    await runner.query(
      'create unique index customer_email on customer (lower(email)) where deleted_at is null',
    );
    await runner.query('create index customer_by_age on customer (created_at, id)');
    await runner.query(
      "create index customer_unprovisioned on customer (provisioning) where provisioning in ('PENDING', 'FAILED')",
    );
    await runner.query('alter table portal_user add column customer_id uuid references customer (id)');
    await runner.query('create unique index portal_user_customer on portal_user (customer_id)');
    await runner.query(`
      alter table account_token drop constraint account_token_purpose_check,
        add constraint account_token_purpose_check
          check (purpose in ('PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'EMAIL_CHANGE'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from account_token where purpose = 'EMAIL_CHANGE'");
    await runner.query(`
      alter table account_token drop constraint account_token_purpose_check,
        add constraint account_token_purpose_check check (purpose in ('PASSWORD_RESET', 'EMAIL_CONFIRMATION'))`);
    await runner.query('alter table portal_user drop column customer_id');
    await runner.query('drop table customer');
  }
}
