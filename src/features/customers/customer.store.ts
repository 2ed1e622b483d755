import { type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { violatedUniqueConstraint } from '../../db/unique-violation.js';
import type { PagePositions } from '../../shared/connection.js';
import type { Position } from '../../shared/cursor.js';
import { conflict, type PorticoError } from '../../shared/errors.js';
import { emailKey } from '../../shared/folded-keys.js';
import { searchWords } from '../../shared/search-words.js';
import type { CustomerFilter } from './customer.args.js';
import { CustomerRecord } from './customer.entity.js';
import { ACCOUNT_STATUS } from './provisioning/portal-account.store.js';

/** The CRM's customers. */
export class CustomerStore {
  constructor(private readonly dataSource: DataSource) {}

  async byIds(ids: readonly string[]): Promise<CustomerRecord[]> {
    return this.dataSource.getRepository(CustomerRecord).findBy({ id: In(ids) });
  }

  /** Reads a customer and locks the row against other edits until the end of the transaction; null if there is none. */
  lock(tx: Tx, id: string): Promise<CustomerRecord | null> {
    return tx.findOne(CustomerRecord, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Inserts or updates a customer. @throws CONFLICT if another customer has the e-mail */
  async save(tx: Tx, customer: CustomerRecord): Promise<CustomerRecord> {
    try {
      const { email } = customer;
      Object.assign(customer, { emailKey: email === null ? null : emailKey(email) });
      return await tx.save(CustomerRecord, customer);
    } catch (error) {
      throw asConflict(error, customer.email) ?? error;
    }
  }

  /** A page of the list, newest first. Rows come in the direction of reading, up to one more than the limit. */
  async page(
    filter: CustomerFilter,
    page: PagePositions,
  ): Promise<{ customer: CustomerRecord; position: Position }[]> {
    const query = this.#filtered(filter);
    // The inner brackets keep TypeORM from treating the columns as entity properties and renaming them.
    const sortKey = '((c.created_at), (c.id))';
    if (page.after) query.andWhere(`${sortKey} < (:...after)`, { after: page.after });
    if (page.before) query.andWhere(`${sortKey} > (:...before)`, { before: page.before });
    const direction = page.backwards ? 'ASC' : 'DESC';
    const customers = await query
      .orderBy('c.created_at', direction)
      .addOrderBy('c.id', direction)
      .limit(page.limit + 1)
      .getMany();
    return customers.map((customer) => ({
      customer,
      position: [customer.createdAt.toISOString(), customer.id],
    }));
  }

  count(filter: CustomerFilter): Promise<number> {
    return this.#filtered(filter).getCount();
  }

  #filtered(filter: CustomerFilter): SelectQueryBuilder<CustomerRecord> {
    const query = this.dataSource.getRepository(CustomerRecord).createQueryBuilder('c');
    if (!filter.includeDeleted) query.where('c.deleted_at is null');
    for (const [index, word] of searchWords(filter.search).entries()) {
      const name = `word${index}`;
      query.andWhere(
        `concat_ws(' ', c.first_name, c.last_name, c.company, c.email, c.phone) ilike :${name} escape '\\'`,
        { [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%` },
      );
    }
    if (typeof filter.hasPortalAccount === 'boolean') {
      const account = 'exists (select from portal_user u where u.customer_id = c.id)';
      query.andWhere(filter.hasPortalAccount ? account : `not ${account}`);
    }
    if (filter.accountStatus) {
      query.andWhere(
        `(select ${ACCOUNT_STATUS} from (select) one left join portal_user u on u.customer_id = c.id) = :status`,
        { status: filter.accountStatus },
      );
    }
    return query;
  }
}

function asConflict(error: unknown, email: string | null): PorticoError | null {
  if (violatedUniqueConstraint(error) !== 'customer_email') return null;
  return conflict({ path: 'input.email', message: `"${email}" is the e-mail of another customer` });
}
