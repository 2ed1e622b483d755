import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rate-limit counters that all instances share. */
export class RateLimit0003 implements MigrationInterface {
  name = 'RateLimit0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    // Unlogged: a counter lives for a minute, so losing it in a crash does no harm.
    await runner.query(`
      create unlogged table rate_limit (
        key text primary key,
        points integer not null,
        expire bigint
      )`);
    await runner.query('create index rate_limit_expire on rate_limit (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_limit');
  }
}
