import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = "text not null check (service in ('ECONOMY', 'STANDARD', 'EXPRESS'))";
const QUOTE_STATUS = "('PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED')";
/** In the order of a connote's life, which lists are sorted by. */
const CONNOTE_LIFE = "'DRAFT', 'PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'";
const CONNOTE_STATUS = `(${CONNOTE_LIFE})`;

/** What a quote and a connote have in common. The weights are in kilograms. */
const SHIPMENT = `
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  service ${SERVICE},
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  weight_kg numeric not null check (weight_kg > 0),
  cubic_weight_kg numeric check (cubic_weight_kg >= 0),
  chargeable_weight_kg numeric not null check (chargeable_weight_kg > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  customer_reference text,
  pickup_on date,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1`;

/** Who did what to a quote or a connote, and when. */
const EVENT = `
  ordinal bigint generated always as identity,
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null,
  by_id uuid references portal_user (id),
  note text`;

/** Quotes, the rate card, connotes with their events, photos and proofs of delivery. */
export class Freight0011 implements MigrationInterface {
  name = 'Freight0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await createQuotes(runner);
    await createConnotes(runner);
    await createProofs(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table delivery_proof, connote_photo, connote_event, connote, quote_event, quote, rate',
    );
    await runner.query('drop function delivery_is_written_once');
    await runner.query('drop sequence quote_reference, connote_number');
  }
}

async function createQuotes(runner: QueryRunner): Promise<void> {
  await runner.query('create sequence quote_reference');
  await runner.query(`
    create table quote (
      ${SHIPMENT},
      reference text not null unique,
      status text not null check (status in ${QUOTE_STATUS}),
      origin jsonb not null,
      destination jsonb not null,
      total_amount numeric(14, 2) check (total_amount > 0),
      valid_until date,
      check (status in ('PENDING', 'REJECTED') or total_amount is not null)
    )`);
  await runner.query('create index quote_by_age on quote (created_at, id)');
  await runner.query('create index quote_by_change on quote (updated_at, id)');
  await runner.query('create index quote_by_validity on quote (valid_until, id)');
  await runner.query('create index quote_by_amount on quote (total_amount, id)');
  await runner.query(
    'create index quote_by_reference on quote (length(reference), reference collate "C", id)',
  );
  await runner.query('create index quote_of_customer on quote (customer_id, created_at, id)');
  await runner.query(
    "create index quote_pending_of_customer on quote (customer_id) where status = 'PENDING'",
  );
  await runner.query("create index quote_expiry on quote (valid_until) where status = 'QUOTED'");
  await runner.query(`
    create table quote_event (
      ${EVENT},
      quote_id uuid not null references quote (id) on delete cascade,
      from_status text check (from_status in ${QUOTE_STATUS}),
      to_status text not null check (to_status in ${QUOTE_STATUS})
    )`);
  await runner.query('create index quote_event_of_quote on quote_event (quote_id, ordinal)');
  await runner.query(`
    create table rate (
      id uuid primary key default gen_random_uuid(),
      service ${SERVICE},
      origin_state text,
      destination_state text,
      base numeric(14, 2) not null check (base >= 0),
      per_kg numeric(14, 4) not null check (per_kg >= 0),
      minimum numeric(14, 2) not null check (minimum >= 0),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      version integer not null default 1
    )`);
  await runner.query('create index rate_of_service on rate (service, valid_from)');
}

async function createConnotes(runner: QueryRunner): Promise<void> {
  await runner.query('create sequence connote_number');
  await runner.query(`
    create table connote (
      ${SHIPMENT},
      number text not null unique,
      -- Unique, so that a quote is booked once.
      quote_id uuid unique references quote (id),
      status text not null check (status in ${CONNOTE_STATUS}),
      pickup jsonb not null,
      delivery jsonb not null,
      total_amount numeric(14, 2) not null default 0 check (total_amount >= 0),
      driver_id uuid references portal_user (id),
      ready_at timestamptz(3),
      instructions text,
      estimated_delivery_on date,
      delivered_at timestamptz(3),
      tracking_token text not null unique,
      check (status in ('DRAFT', 'PENDING', 'CANCELLED') or total_amount > 0),
      check (status not in ('ALLOCATED', 'IN_TRANSIT', 'DELIVERED') or driver_id is not null),
      check ((status = 'DELIVERED') = (delivered_at is not null))
    )`);
  await runner.query('create index connote_by_age on connote (created_at, id)');
  await runner.query('create index connote_by_change on connote (updated_at, id)');
  await runner.query('create index connote_by_pickup on connote (pickup_on, id)');
  await runner.query('create index connote_by_number on connote (length(number), number collate "C", id)');
  await runner.query(
    `create index connote_by_life on connote (array_position(array[${CONNOTE_LIFE}], status), id)`,
  );
  await runner.query('create index connote_of_customer on connote (customer_id, created_at, id)');
  // With the status, because a driver's connotes, which may be very many, are counted by it.
  await runner.query(
    'create index connote_of_driver on connote (driver_id, created_at, id) include (status)',
  );
  await runner.query('create index connote_by_status on connote (status)');
  await runner.query(
    "create index connote_unconfirmed_of_customer on connote (customer_id) where status in ('DRAFT', 'PENDING')",
  );
  await runner.query(`
    create table connote_event (
      ${EVENT},
      connote_id uuid not null references connote (id) on delete cascade,
      kind text not null check (kind in ('STATUS', 'PRICE', 'DRIVER', 'NOTE', 'ATTEMPT')),
      from_status text check (from_status in ${CONNOTE_STATUS}),
      to_status text not null check (to_status in ${CONNOTE_STATUS}),
      reason text check (reason in ('NOBODY_THERE', 'CLOSED', 'REFUSED', 'DAMAGED', 'WRONG_ADDRESS', 'OTHER')),
      check ((kind = 'ATTEMPT') = (reason is not null))
    )`);
  await runner.query('create index connote_event_of_connote on connote_event (connote_id, ordinal)');
}

async function createProofs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table delivery_proof (
      connote_id uuid primary key references connote (id) on delete cascade,
      received_by text,
      note text,
      at timestamptz(3) not null,
      by_id uuid not null references portal_user (id),
      signature_key text
    )`);
  await runner.query(`
    create table connote_photo (
      id uuid primary key default gen_random_uuid(),
      ordinal bigint generated always as identity,
      connote_id uuid not null references connote (id) on delete cascade,
      kind text not null check (kind in ('BEFORE', 'AFTER', 'DELIVERY', 'DAMAGE')),
      taken_at timestamptz(3) not null,
      by_id uuid not null references portal_user (id),
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      note text,
      photo_key text not null,
      thumbnail_key text not null,
      -- Set once the photo is part of the proof of delivery.
      proof_of uuid references delivery_proof (connote_id) on delete cascade,
      check (proof_of = connote_id)
    )`);
  await runner.query('create index connote_photo_of_connote on connote_photo (connote_id, ordinal)');
  await runner.query('create index connote_photo_unused on connote_photo (taken_at) where proof_of is null');
  // A proof is never changed, and goes only together with its connote.
  await runner.query(`
    create function delivery_is_written_once() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if not exists (select from connote c where c.id = old.connote_id) then
          return old;
        end if;
      end if;
      raise exception 'a proof of delivery is written once: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
    end $$`);
  await runner.query(`
    do $$ begin
      execute format('alter function delivery_is_written_once() set search_path = %I, pg_temp', current_schema());
    end $$`);
  await runner.query(`
    create trigger delivery_proof_is_written_once before update or delete on delivery_proof
    for each row execute function delivery_is_written_once()`);
  await runner.query(`
    create trigger connote_photo_is_written_once before update or delete on connote_photo
    for each row when (old.proof_of is not null) execute function delivery_is_written_once()`);
  for (const table of ['delivery_proof', 'connote_photo']) {
    await runner.query(`
      create trigger ${table}_is_never_emptied before truncate on ${table}
      for each statement execute function delivery_is_written_once()`);
    // Always, because a session that sets its replication role to replica would otherwise skip the triggers.
    for (const trigger of ['is_written_once', 'is_never_emptied'])
      await runner.query(`alter table ${table} enable always trigger ${table}_${trigger}`);
  }
}
