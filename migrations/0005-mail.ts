import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outbox. `due_at` is when a mail is next due: immediately, at its next attempt, or, during an attempt, when the
 * lease of that attempt ends. After `expires_at` the link or password in the mail is no longer valid.
 */
export class Mail0005 implements MigrationInterface {
  name = 'Mail0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        id uuid primary key default gen_random_uuid(),
        recipient text not null,
        template text not null,
        subject text not null,
        status text not null default 'QUEUED'
          check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DEAD')),
        payload bytea,
        expires_at timestamptz,
        attempts integer not null default 0,
        last_error text,
        due_at timestamptz not null default now(),
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        check (status <> 'SENT' or payload is null)
      )`);
    await runner.query('create index mail_by_age on mail (created_at, id)');
    await runner.query('create index mail_to on mail (lower(recipient), created_at)');
    await runner.query("create index mail_unsent on mail (status, created_at) where status <> 'SENT'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail');
  }
}
