import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trigger that lets an entry out of the intake looks for it in the log. It looks in the log's own schema, and not in
 * a temporary table of the same name, which any login may create and would otherwise be found first.
 */
export class TriggerSearchPath0009 implements MigrationInterface {
  name = 'TriggerSearchPath0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        execute format('alter function audit_intake_is_kept() set search_path = %I, pg_temp', current_schema());
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter function audit_intake_is_kept() reset search_path');
  }
}
