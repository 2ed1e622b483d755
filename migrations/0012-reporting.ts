import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIST_PAGE =
  "('INVENTORY', 'QUOTES', 'CONNOTES', 'INVOICES', 'CUSTOMERS', 'PORTAL_USERS', 'AUDIT', 'MAILS')";

/** API keys, downloads that wait to be opened, saved views, the profile of logins, and the order of customers. */
export class Reporting0012 implements MigrationInterface {
  name = 'Reporting0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        -- The first characters of the secret, by which people recognise it.
        prefix text not null,
        secret_hash bytea not null unique check (length(secret_hash) = 32),
        all_erp_customers boolean not null,
        created_by uuid not null references portal_user (id),
        created_at timestamptz(3) not null default now(),
        last_used_at timestamptz(3),
        expires_at timestamptz(3),
        expiry_mailed_at timestamptz(3),
        revoked_at timestamptz(3)
      )`);
    await runner.query('create index api_key_of_creator on api_key (created_by) where revoked_at is null');
    await runner.query(`
      create table api_key_erp_customer (
        api_key_id uuid not null references api_key (id) on delete cascade,
        erp_customer_name text not null,
        primary key (api_key_id, erp_customer_name)
      )`);
    await runner.query(`
      create table prepared_download (
        token_hash bytea primary key check (length(token_hash) = 32),
        session_id uuid not null references session (id) on delete cascade,
        -- What the file has in it, as its kind of export reads it.
        request jsonb not null,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3)
      )`);
    await runner.query('create index prepared_download_expiry on prepared_download (expires_at)');
    await runner.query('create index prepared_download_of_session on prepared_download (session_id)');
    await runner.query(`
      create table saved_view (
        id uuid primary key default gen_random_uuid(),
        owner_id uuid not null references portal_user (id) on delete cascade,
        page text not null check (page in ${LIST_PAGE}),
        name text not null,
        query text not null,
        is_default boolean not null default false,
        shared_with_role smallint references role (id),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        version integer not null default 1,
        constraint saved_view_name unique (owner_id, page, name)
      )`);
    await runner.query(
      'create unique index saved_view_default on saved_view (owner_id, page) where is_default',
    );
    await runner.query(
      'create index saved_view_shared on saved_view (shared_with_role, page) where shared_with_role is not null',
    );
    await runner.query(`
      alter table account_token drop constraint account_token_purpose_check,
        add constraint account_token_purpose_check
          check (purpose in ('PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'EMAIL_CHANGE', 'OWN_EMAIL_CHANGE'))`);
    await runner.query(`
      create table viewer_preferences (
        user_id uuid primary key references portal_user (id) on delete cascade,
        -- Null: as the browser has it.
        locale text,
        time_zone text,
        theme text not null check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
        density text not null check (density in ('COMFORTABLE', 'COMPACT'))
      )`);
    await runner.query(
      `create index customer_by_name on customer (lower((last_name || ' ' || first_name) collate "C"), id)`,
    );
    await runner.query('create index customer_by_company on customer (lower(company collate "C"), id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index customer_by_name, customer_by_company');
    await runner.query("delete from account_token where purpose = 'OWN_EMAIL_CHANGE'");
    await runner.query(`
      alter table account_token drop constraint account_token_purpose_check,
        add constraint account_token_purpose_check
          check (purpose in ('PASSWORD_RESET', 'EMAIL_CONFIRMATION', 'EMAIL_CHANGE'))`);
    await runner.query(
      'drop table viewer_preferences, saved_view, prepared_download, api_key_erp_customer, api_key',
    );
  }
}
