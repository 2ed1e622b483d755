import { randomBytes } from 'node:crypto';
import {
  CreatePortalUserDocument,
  type CreatePortalUserInput,
  PortalUserDocument,
  UpdatePortalUserDocument,
  type UpdatePortalUserInput,
} from '../../schema/operations.generated.js';
import type { DemoUser, TestApp } from './start-app.js';

type As = DemoUser | { token: string };

/** An entry of the audit log about a login, by an admin's act on it. */
export interface Told {
  action: string;
  actor_name: string;
  target_label: string;
  changes: { field: string; before: unknown; after: unknown }[];
}

const ADMINS_ACTS = [
  'PORTAL_USER_CREATED',
  'PORTAL_USER_UPDATED',
  'PORTAL_USER_DEACTIVATED',
  'PORTAL_USER_REACTIVATED',
  'ERP_ACCESS_CHANGED',
  'ACCOUNT_UNLOCKED',
  'PASSWORD_RESET_BY_ADMIN',
];

/** What admins do with logins, and what that leaves behind. */
export class Accounts {
  constructor(private readonly app: TestApp) {}

  create(input: Partial<CreatePortalUserInput>, as: As = 'admin1') {
    const username = input.username ?? `user-${randomBytes(6).toString('hex')}`;
    const email = `${username}@customer.example`;
    return this.app.ask(CreatePortalUserDocument, { input: { username, email, ...input } }, as);
  }

  /** A login that is there, with the password that it can sign in with. */
  async made(input: Partial<CreatePortalUserInput> = {}) {
    const password = `quiet heron ${randomBytes(9).toString('hex')}`;
    const { data, errors } = await this.create({ password, ...input });
    if (!data) throw new Error(`not made: ${JSON.stringify(errors)}`);
    return { ...data.createPortalUser.portalUser, password };
  }

  update(input: UpdatePortalUserInput, as: As = 'admin1') {
    return this.app.ask(UpdatePortalUserDocument, { input }, as);
  }

  async read(id: string) {
    const { data } = await this.app.ask(PortalUserDocument, { id }, 'admin1');
    if (!data?.portalUser) throw new Error(`there is no ${id}`);
    return data.portalUser;
  }

  async idOf(username: string): Promise<string> {
    const [row] = await this.app.database('select id from portal_user where username = $1', [username]);
    return String(row?.['id']);
  }

  /** What the audit log has of admins' acts on a login, whether it is chained yet or not. */
  async told(id: string): Promise<Told[]> {
    const content = 'at, action, actor_name, target_type, target_id, target_label, changes';
    const rows = await this.app.database(
      `select * from (select ${content} from audit_intake union all select ${content} from audit_entry) e
       where target_type = 'PORTAL_USER' and target_id = $1 and action = any($2) order by at`,
      [id, ADMINS_ACTS],
    );
    return rows as unknown as Told[];
  }

  async actions(id: string): Promise<string[]> {
    return (await this.told(id)).map(({ action }) => action);
  }

  /** The templates of what the outbox has had for an address, oldest first. */
  async mails(address: string): Promise<string[]> {
    const rows = await this.app.database(
      'select template from mail where recipient = $1 order by created_at',
      [address],
    );
    return rows.map((row) => String(row['template']));
  }

  /** Has the audit log fail while something is done. */
  async withoutAudit<T>(work: () => Promise<T>): Promise<T> {
    await this.app.database(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no audit'; end $$`,
    );
    await this.app.database(
      'create trigger fail before insert on audit_intake for each statement execute function fail()',
    );
    try {
      return await work();
    } finally {
      await this.app.database('drop function fail cascade');
    }
  }
}
