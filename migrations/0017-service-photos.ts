import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos before and after a service stay for good, so the index of photos that wait for a proof leaves them out. */
export class ServicePhotos0017 implements MigrationInterface {
  name = 'ServicePhotos0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index connote_photo_unused');
    await runner.query(
      `create index connote_photo_unused on connote_photo (taken_at)
       where proof_of is null and kind in ('DELIVERY', 'DAMAGE')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index connote_photo_unused');
    await runner.query(
      'create index connote_photo_unused on connote_photo (taken_at) where proof_of is null',
    );
  }
}
