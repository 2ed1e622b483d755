import { type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { readLimited } from '../../db/limited-read.js';
import { type ListPage, readListPage } from '../../db/list-page.js';
import { violatedUniqueConstraint } from '../../db/unique-violation.js';
import { whereWords } from '../../db/where-words.js';
import type { Position } from '../../shared/cursor.js';
import { conflict, type PorticoError } from '../../shared/errors.js';
import { emailKey } from '../../shared/folded-keys.js';
import type { CustomerFilter } from './customer.args.js';
import { CustomerRecord } from './customer.entity.js';
import { type CustomerColumn, SORT_EXPRESSIONS } from './customer.order.js';
import { ACCOUNT_STATUS } from './provisioning/portal-account.store.js';

const SEARCHED = "concat_ws(' ', c.first_name, c.last_name, c.company, c.email, c.phone)";

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

  /** Inserts or updates a customer. @param path names the e-mail in errors @throws CONFLICT if another customer has the e-mail */
  async save(tx: Tx, customer: CustomerRecord, path = 'input.email'): Promise<CustomerRecord> {
    try {
      const { email } = customer;
      Object.assign(customer, { emailKey: email === null ? null : emailKey(email) });
      return await tx.save(CustomerRecord, customer);
    } catch (error) {
      throw asConflict(error, customer.email, path) ?? error;
    }
  }

  /** A page of the list: rows in the direction of reading, up to one more than the limit. */
  page(
    filter: CustomerFilter,
    page: ListPage<CustomerColumn>,
  ): Promise<{ row: CustomerRecord; position: Position }[]> {
    return readListPage(this.#filtered(filter), SORT_EXPRESSIONS, page);
  }

  count(filter: CustomerFilter): Promise<number> {
    return readLimited(this.#filtered(filter), (query) => query.getCount());
  }

  #filtered(filter: CustomerFilter): SelectQueryBuilder<CustomerRecord> {
    const query = this.dataSource.getRepository(CustomerRecord).createQueryBuilder('c');
    if (!filter.includeDeleted) query.where('c.deleted_at is null');
    whereWords(query, SEARCHED, filter.search);
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

function asConflict(error: unknown, email: string | null, path: string): PorticoError | null {
  if (violatedUniqueConstraint(error) !== 'customer_email') return null;
  return conflict({ path, message: `"${email}" is the e-mail of another customer`, reason: 'TAKEN' });
}
