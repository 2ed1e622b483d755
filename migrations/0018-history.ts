import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of a history, in each table that it is read from. */
export class History0018 implements MigrationInterface {
  name = 'History0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index quote_event_by_time on quote_event (at, id)');
    await runner.query('create index connote_event_by_time on connote_event (at, id)');
    await runner.query('create index connote_photo_by_time on connote_photo (taken_at, id)');
    await runner.query('create index reward_entry_by_time on reward_entry (at, id)');
    await runner.query('create index reward_entry_of_customer_by_time on reward_entry (customer_id, at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index quote_event_by_time, connote_event_by_time, connote_photo_by_time, reward_entry_by_time,
         reward_entry_of_customer_by_time`,
    );
  }
}
