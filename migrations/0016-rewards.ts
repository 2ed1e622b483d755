import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of customers' points. */
export class Rewards0016 implements MigrationInterface {
  name = 'Rewards0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await createEntries(runner);
    await keepEntries(runner);
    // What is paid in full with points has the amount 0, and is confirmed all the same.
    await runner.query('alter table connote drop constraint connote_check');
    await runner.query(`
      alter table connote add constraint connote_is_priced check (
        status in ('DRAFT', 'PENDING', 'CANCELLED') or total_amount > 0 or quote_id is not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connote drop constraint connote_is_priced');
    await runner.query(`
      alter table connote add constraint connote_check check (
        status in ('DRAFT', 'PENDING', 'CANCELLED') or total_amount > 0
      )`);
    await runner.query('drop table reward_entry');
    await runner.query('drop function rewards_are_append_only');
  }
}

async function createEntries(runner: QueryRunner): Promise<void> {
  // The balance is the one after the entry. The ordinal counts the entries of a customer: whoever appends without a lock
  // meets the unique key, instead of writing a wrong balance.
  await runner.query(`
    create table reward_entry (
      id uuid primary key default gen_random_uuid(),
      customer_id uuid not null references customer (id),
      ordinal integer not null check (ordinal > 0),
      kind text not null check (kind in ('EARNED', 'REDEEMED', 'RETURNED', 'ADJUSTED', 'EXPIRED')),
      points integer not null check (points <> 0),
      balance integer not null check (balance >= 0),
      quote_id uuid references quote (id) on delete set null,
      connote_id uuid references connote (id) on delete set null,
      -- What the points take off the price of the quote, or give back to it: it stays if the value of a point changes.
      discount numeric,
      note text,
      by_id uuid references portal_user (id),
      at timestamptz(3) not null,
      expires_on date,
      unique (customer_id, ordinal),
      check (kind not in ('EARNED', 'RETURNED') or points > 0),
      check (kind not in ('REDEEMED', 'EXPIRED') or points < 0),
      check ((kind in ('REDEEMED', 'RETURNED')) = (discount is not null)),
      check (kind <> 'REDEEMED' or discount > 0),
      check (kind <> 'RETURNED' or discount <= 0),
      check (expires_on is null or kind in ('EARNED', 'ADJUSTED') and points > 0)
    )`);
  await runner.query(
    "create unique index reward_earned_once on reward_entry (connote_id) where kind = 'EARNED'",
  );
  await runner.query('create index reward_entry_of_connote on reward_entry (connote_id)');
  await runner.query('create index reward_entry_of_quote on reward_entry (quote_id)');
  await runner.query(
    'create index reward_entry_expiry on reward_entry (expires_on) where expires_on is not null',
  );
}

/** The only change is that an entry loses the quote or connote that is gone, as those of the demo go. */
async function keepEntries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function rewards_are_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'quote_id' - 'connote_id' = to_jsonb(old) - 'quote_id' - 'connote_id'
          and (new.quote_id is not distinct from old.quote_id
            or new.quote_id is null and not exists (select from quote q where q.id = old.quote_id))
          and (new.connote_id is not distinct from old.connote_id
            or new.connote_id is null and not exists (select from connote c where c.id = old.connote_id))
        then
          return new;
        end if;
      end if;
      raise exception 'the rewards are append-only: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
    end $$`);
  await runner.query(`
    do $$ begin
      execute format('alter function rewards_are_append_only() set search_path = %I, pg_temp', current_schema());
    end $$`);
  await runner.query(`
    create trigger reward_entry_is_append_only before update or delete on reward_entry
    for each row execute function rewards_are_append_only()`);
  await runner.query(`
    create trigger reward_entry_is_never_emptied before truncate on reward_entry
    for each statement execute function rewards_are_append_only()`);
  // Always, because a session that sets its replication role to replica would otherwise skip the triggers.
  for (const trigger of ['is_append_only', 'is_never_emptied'])
    await runner.query(`alter table reward_entry enable always trigger reward_entry_${trigger}`);
}
