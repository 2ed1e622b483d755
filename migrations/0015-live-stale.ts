import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the ERP answers a question that open pages watch. */
export class LiveStale0015 implements MigrationInterface {
  name = 'LiveStale0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    // Whether it was asked since as_of and did not answer.
    await runner.query('alter table live_question add column stale boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table live_question drop column stale');
  }
}
