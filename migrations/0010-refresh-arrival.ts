import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the client is first known to have received a refresh token: at the first use of the access token issued with it. */
export class RefreshArrival0010 implements MigrationInterface {
  name = 'RefreshArrival0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refresh_token add column arrived_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table refresh_token drop column arrived_at');
  }
}
