import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of what happens to quotes and connotes, with the column of their time. */
const EVENTS = [
  { table: 'quote_event', at: 'at', of: 'quote' },
  { table: 'connote_event', at: 'at', of: 'connote' },
  { table: 'connote_photo', at: 'taken_at', of: 'connote' },
] as const;

/**
 * Whose each event is, so that a customer's history is found by an index, however much happened to others meanwhile. The
 * database sets it, and a quote or connote never gets another customer.
 */
export class WhoseHistory0019 implements MigrationInterface {
  name = 'WhoseHistory0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const of of ['quote', 'connote']) {
      await runner.query(`
        create function set_customer_of_${of}() returns trigger language plpgsql as $$
        begin
          select customer_id into new.customer_id from ${of} where id = new.${of}_id;
          return new;
        end $$`);
      await runner.query(`
        do $$ begin
          execute format('alter function set_customer_of_${of}() set search_path = %I, pg_temp', current_schema());
        end $$`);
    }
    // It would refuse to have the photos of a proof changed.
    await runner.query('alter table connote_photo disable trigger connote_photo_is_written_once');
    for (const { table, at, of } of EVENTS) {
      await runner.query(`alter table ${table} add column customer_id uuid`);
      await runner.query(
        `update ${table} set customer_id = ${of}.customer_id from ${of} where ${of}.id = ${table}.${of}_id`,
      );
      await runner.query(`alter table ${table} alter column customer_id set not null`);
      await runner.query(
        `create trigger ${table}_has_customer before insert on ${table}
         for each row execute function set_customer_of_${of}()`,
      );
      await runner.query(`create index ${table}_of_customer_by_time on ${table} (customer_id, ${at}, id)`);
    }
    await runner.query('alter table connote_photo enable always trigger connote_photo_is_written_once');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of EVENTS) {
      await runner.query(`drop trigger ${table}_has_customer on ${table}`);
      await runner.query(`alter table ${table} drop column customer_id`);
    }
    await runner.query('drop function set_customer_of_quote(), set_customer_of_connote()');
  }
}
