import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When events of connotes were recorded. What a driver did without a network was done earlier. */
export class LateActs0013 implements MigrationInterface {
  name = 'LateActs0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connote_event add column recorded_at timestamptz(3)');
    await runner.query('update connote_event set recorded_at = at');
    // The default is for instances that don't know the column yet.
    await runner.query(
      'alter table connote_event alter column recorded_at set default now(), alter column recorded_at set not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table connote_event drop column recorded_at');
  }
}
