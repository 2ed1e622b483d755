import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a session ended, and the questions about the inventory that open pages watch. */
export class Live0014 implements MigrationInterface {
  name = 'Live0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column end_reason text
        check (end_reason in ('SIGNED_OUT', 'ENDED_ELSEWHERE', 'PASSWORD_CHANGED', 'DEACTIVATED'))`);
    await runner.query('create sequence live_question_version');
    // Unlogged: its rows are worth nothing after a crash, and what the ERP says stays out of the write-ahead log.
    await runner.query(`
      create unlogged table live_question (
        key bytea primary key check (length(key) = 32),
        version bigint not null default nextval('live_question_version'),
        -- Of the payload. Null before the first answer.
        digest text,
        -- Whether it can't be watched.
        refused boolean not null default false,
        -- The rows as JSON, or why it can't be watched. Null before the first answer.
        payload text,
        as_of timestamptz(3),
        -- How often in a row the answer was the same.
        same_answers integer not null default 0,
        next_poll_at timestamptz(3) not null default now(),
        claimed_by uuid,
        claimed_until timestamptz(3),
        watched_until timestamptz(3) not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table live_question');
    await runner.query('drop sequence live_question_version');
    await runner.query('alter table session drop column end_reason');
  }
}
