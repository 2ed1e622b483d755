import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns of an entry's content. The intake and the log have the same ones. */
const CONTENT = `
  id uuid not null default gen_random_uuid(),
  at timestamptz(3) not null default clock_timestamp(),
  action text not null,
  actor_id uuid,
  actor_name text not null,
  target_type text,
  target_id text,
  target_label text,
  changes jsonb not null,
  ip text,
  user_agent text,
  request_id text`;
const COLUMNS =
  'id, at, action, actor_id, actor_name, target_type, target_id, target_label, changes, ip, user_agent, request_id';

/** The audit log: the intake, which the transaction of a change writes to, and the hash-chained log filled from it. */
export class Audit0004 implements MigrationInterface {
  name = 'Audit0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_intake (
        ordinal bigint generated always as identity primary key,
        ${CONTENT}
      )`);
    // No foreign keys: entries about a login must outlive the login.
    await runner.query(`
      create table audit_entry (
        sequence integer primary key check (sequence > 0),
        ${CONTENT},
        previous_hash bytea not null check (length(previous_hash) = 32),
        hash bytea not null check (length(hash) = 32),
        unique (id)
      )`);
    await runner.query('create index audit_entry_of_actor on audit_entry (actor_id, sequence)');
    await runner.query('create index audit_entry_of_target on audit_entry (target_id, sequence)');
    await runner.query('create index audit_entry_of_label on audit_entry (lower(target_label), sequence)');
    await runner.query('create index audit_entry_of_actor_name on audit_entry (lower(actor_name), sequence)');
    await runner.query('create index audit_entry_of_action on audit_entry (action, sequence)');
    await runner.query('create index audit_entry_of_type on audit_entry (target_type, sequence)');
    await runner.query('create index audit_entry_at on audit_entry (at)');
    // One row for each time range in which the entries are out of order, because their times jumped back by more than
    // an hour: from `latest` to `earliest`, for example because the clock was set.
    await runner.query(
      'create table audit_disorder (latest timestamptz primary key, earliest timestamptz not null)',
    );
    await runner.query(`
      create function audit_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is append-only: % of % is refused', tg_op, tg_table_name
          using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create function audit_intake_is_kept() returns trigger language plpgsql as $$
      begin
        if exists (
          select from audit_entry e where e.id = old.id
            and (${columnsOf('e')}) is not distinct from (${columnsOf('old')})
        ) then
          return old;
        end if;
        raise exception 'an entry leaves audit_intake only once it is in the log'
          using errcode = 'insufficient_privilege';
      end $$`);
    for (const table of ['audit_entry', 'audit_intake']) {
      const refused = table === 'audit_entry' ? 'update or delete' : 'update';
      await runner.query(`
        create trigger ${table}_is_append_only before ${refused} on ${table}
        for each row execute function audit_is_append_only()`);
      await runner.query(`
        create trigger ${table}_is_never_emptied before truncate on ${table}
        for each statement execute function audit_is_append_only()`);
    }
    await runner.query(`
      create trigger audit_intake_is_kept before delete on audit_intake
      for each row execute function audit_intake_is_kept()`);
    // Always, because a session that sets its replication role to replica would otherwise skip the triggers.
    for (const [table, trigger] of [
      ['audit_entry', 'audit_entry_is_append_only'],
      ['audit_entry', 'audit_entry_is_never_emptied'],
      ['audit_intake', 'audit_intake_is_append_only'],
      ['audit_intake', 'audit_intake_is_never_emptied'],
      ['audit_intake', 'audit_intake_is_kept'],
    ]) {
      await runner.query(`alter table ${table} enable always trigger ${trigger}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_entry, audit_intake, audit_disorder');
    await runner.query('drop function audit_is_append_only, audit_intake_is_kept');
  }
}

const columnsOf = (row: string) =>
  COLUMNS.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');
