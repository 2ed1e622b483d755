import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import { readLimited } from '../../../db/limited-read.js';
import { whereWords } from '../../../db/where-words.js';
import { ROLE_IDS } from '../../../shared/auth.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';

const NAME = 'coalesce(u.display_name, u.username)';

/** The logins that connotes can be allocated to: active ones of the role DRIVER. */
export class DriverStore {
  constructor(private readonly dataSource: DataSource) {}

  /** By name. The search doesn't look at e-mails: who allocates isn't shown those of drivers. */
  list(search: string | null | undefined, first: number): Promise<PortalUserRecord[]> {
    const query = this.dataSource.getRepository(PortalUserRecord).createQueryBuilder('u');
    query.where('u.role_id = :role and u.active', { role: ROLE_IDS.DRIVER });
    whereWords(query, "concat_ws(' ', u.username, u.display_name)", search);
    query.addSelect(`lower(${NAME})`, 'sort_name').orderBy('sort_name').addOrderBy('u.id');
    return readLimited(query.limit(first), (limited) => limited.getMany());
  }

  /** Reads a driver, who stays active until the transaction ends. Null if no active driver has this id. */
  lock(tx: Tx, id: string): Promise<PortalUserRecord | null> {
    return tx.findOne(PortalUserRecord, {
      where: { id, roleId: ROLE_IDS.DRIVER, active: true },
      lock: { mode: 'pessimistic_read' },
    });
  }
}
