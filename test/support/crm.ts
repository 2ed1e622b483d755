import { randomBytes } from 'node:crypto';
import {
  CreateCustomerDocument,
  type CreateCustomerInput,
  CustomerDocument,
  UpdateCustomerDocument,
  type UpdateCustomerInput,
} from '../../schema/operations.generated.js';
import { type TrailEntry, trailWhere } from './audit-trail.js';
import type { TestApp } from './start-app.js';
import { until } from './until.js';

/** A customer's e-mail that is nobody else's. */
export const anEmail = (local = 'ada') => `${local}@${randomBytes(6).toString('hex')}.example`;

/** What staff do with customers, and what that leaves behind. */
export class Crm {
  constructor(private readonly app: TestApp) {}

  /** Adds a customer, as operations1, and where that is asked for an account comes by itself. @returns the id */
  async create(input: Partial<CreateCustomerInput> = {}): Promise<string> {
    const customer = { firstName: 'Ada', lastName: 'Byron', email: anEmail(), ...input };
    const { data, errors } = await this.app.ask(CreateCustomerDocument, { input: customer }, 'operations1');
    if (!data) throw new Error(`not made: ${JSON.stringify(errors)}`);
    return data.createCustomer.customer.id;
  }

  /** Adds a customer whose account nobody asks for. */
  without(input: Partial<CreateCustomerInput> = {}): Promise<string> {
    return this.create({ provisionPortalAccount: false, ...input });
  }

  update(input: UpdateCustomerInput) {
    return this.app.ask(UpdateCustomerDocument, { input }, 'operations1');
  }

  async account(id: string) {
    const { data } = await this.app.ask(CustomerDocument, { id }, 'operations1');
    if (!data?.customer) throw new Error(`there is no ${id}`);
    return data.customer.portalAccount;
  }

  /** How the account stands once it stands so. */
  async accountOnce(id: string, ...statuses: string[]) {
    let account = await this.account(id);
    await until(async () => {
      account = await this.account(id);
      return statuses.includes(account.status);
    });
    return account;
  }

  /** What was written down of a customer, and of their login. */
  async trail(id: string): Promise<TrailEntry[]> {
    return trailWhere(
      this.app,
      'target_id = $1 or target_id in (select id::text from portal_user where customer_id::text = $1)',
      id,
    );
  }

  async actions(id: string): Promise<string[]> {
    return (await this.trail(id)).map(({ action }) => action);
  }

  async logins(id: string) {
    return this.app.database('select * from portal_user where customer_id = $1', [id]);
  }

  /** The templates of what the outbox has had for an address, oldest first. */
  async mails(address: string): Promise<string[]> {
    const rows = await this.app.database(
      'select template from mail where recipient = $1 order by created_at',
      [address],
    );
    return rows.map((row) => String(row['template']));
  }

  /** Has the database refuse new logins until it is told otherwise. */
  async refuseLogins(): Promise<() => Promise<void>> {
    await this.app.database(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'secret trouble'; end $$`,
    );
    await this.app.database(
      'create trigger refuse before insert on portal_user for each row execute function refuse()',
    );
    return async () => {
      await this.app.database('drop function refuse cascade');
    };
  }

  /** How many jobs there are for a customer's account. */
  async jobs(id: string): Promise<number> {
    const [row] = await this.app.database(
      `select count(*)::int as n from pgboss.job where name = 'provisioning' and data ->> 'customerId' = $1`,
      [id],
    );
    return Number(row?.['n']);
  }

  /** Has the jobs for a customer's account be due now, and given out so many times. */
  async rush(id: string, times = 1): Promise<void> {
    const its = `name = 'provisioning' and data ->> 'customerId' = $1`;
    await this.app.database(
      `insert into pgboss.job (name, data, retry_limit, expire_in)
       select name, data, retry_limit, expire_in from pgboss.job, generate_series(2, $2::int) where ${its}`,
      [id, times],
    );
    await this.app.database(`update pgboss.job set start_after = now() where ${its}`, [id]);
  }
}
