import { type DataSource, IsNull } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS } from '../../shared/auth.js';
import { PortalUserRecord } from '../users/portal-user.entity.js';
import { ApiKeyRecord } from './api-key.entity.js';

/** `last_used_at` is written at most this often, so that most reads cause no write. */
const USE_RECORDED_EVERY = '5 minutes';
/** How long revoked keys are listed, and at most how many of them. */
const REVOKED_LISTED_FOR = '90 days';
const MAX_REVOKED_LISTED = 1_000;
/** A key ends with its creator: it can't be used once they, the login `u`, are deactivated or no longer an admin. */
export const CREATOR_IS_ADMIN = `u.active and u.role_id = ${ROLE_IDS.ADMIN}`;

/** A key as a request presents it. */
export interface PresentedKey {
  id: string;
  name: string;
  prefix: string;
  allErpCustomers: boolean;
  erpCustomerNames: string[];
  state: 'valid' | 'revoked' | 'expired' | 'creator is not an active admin';
}

/** A key that was revoked, as the audit log names it. */
export type RevokedKey = Pick<ApiKeyRecord, 'id' | 'name' | 'prefix'>;

/** Stores the API keys. Each request with a key reads its row, so that a revocation holds at once. */
export class ApiKeyStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The key whose secret has this hash, with its scope, whether it can be used or not, in one query. */
  async present(secretHash: Buffer): Promise<PresentedKey | null> {
    const [found] = await this.dataSource.query<(PresentedKey & { useDue: boolean })[]>(
      `select k.id, k.name, k.prefix, k.all_erp_customers as "allErpCustomers",
         array(select c.erp_customer_name from api_key_erp_customer c where c.api_key_id = k.id) as "erpCustomerNames",
         case when k.revoked_at is not null then 'revoked'
           when k.expires_at <= now() then 'expired'
           when not (${CREATOR_IS_ADMIN}) then 'creator is not an active admin'
           else 'valid' end as state,
         coalesce(k.last_used_at < now() - interval '${USE_RECORDED_EVERY}', true) as "useDue"
       from api_key k join portal_user u on u.id = k.created_by
       where k.secret_hash = $1`,
      [secretHash],
    );
    if (!found) return null;
    const { useDue, ...key } = found;
    if (useDue && key.state === 'valid') await this.#recordUse(key.id);
    return key;
  }

  /** The keys that are not revoked, and the last of those revoked within 90 days; newest first. */
  list(): Promise<ApiKeyRecord[]> {
    return this.dataSource
      .getRepository(ApiKeyRecord)
      .createQueryBuilder('k')
      .where(
        `k.revoked_at is null or k.id in (
           select id from api_key where revoked_at > now() - interval '${REVOKED_LISTED_FOR}'
           order by revoked_at desc limit ${MAX_REVOKED_LISTED})`,
      )
      .orderBy('k.created_at', 'DESC')
      .addOrderBy('k.id')
      .getMany();
  }

  /** The assigned ERP customers of these keys, by key, in one query. */
  async erpCustomerNames(ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ id: string; names: string[] }[]>(
      `select api_key_id as id, array_agg(erp_customer_name order by erp_customer_name) as names
       from api_key_erp_customer where api_key_id = any($1) group by api_key_id`,
      [ids],
    );
    return new Map(rows.map(({ id, names }) => [id, names]));
  }

  /** Adds a key with its scope. */
  async add(
    tx: Tx,
    key: Pick<
      ApiKeyRecord,
      'name' | 'prefix' | 'secretHash' | 'allErpCustomers' | 'createdById' | 'expiresAt'
    >,
    erpCustomerNames: readonly string[],
  ): Promise<ApiKeyRecord> {
    const added = await tx.save(ApiKeyRecord, tx.create(ApiKeyRecord, key));
    await tx.query(
      `insert into api_key_erp_customer (api_key_id, erp_customer_name) select $1::uuid, unnest($2::text[])`,
      [added.id, erpCustomerNames],
    );
    return added;
  }

  /** The login of a creator, locked until the transaction ends; null without one. */
  lockCreator(tx: Tx, id: string): Promise<PortalUserRecord | null> {
    return tx.findOne(PortalUserRecord, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Whether this session of a login is open; if so, it can't end until the transaction does. */
  async lockSession(tx: Tx, { userId, sessionId }: { userId: string; sessionId: string }): Promise<boolean> {
    const open = await tx.query<unknown[]>(
      `select from session
       where id = $1 and user_id = $2 and revoked_at is null and expires_at > now() for no key update`,
      [sessionId, userId],
    );
    return open.length > 0;
  }

  /** How many keys are not revoked. */
  countUnrevoked(tx: Tx): Promise<number> {
    return tx.countBy(ApiKeyRecord, { revokedAt: IsNull() });
  }

  /** The key, locked until the transaction ends; null without one. */
  lock(tx: Tx, id: string): Promise<ApiKeyRecord | null> {
    return tx.findOne(ApiKeyRecord, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Revokes a key. */
  async revoke(tx: Tx, id: string): Promise<ApiKeyRecord> {
    await tx.query('update api_key set revoked_at = now() where id = $1 and revoked_at is null', [id]);
    return tx.findOneByOrFail(ApiKeyRecord, { id });
  }

  async #recordUse(id: string): Promise<void> {
    await this.dataSource.query(
      `update api_key set last_used_at = now()
       where id = $1 and (last_used_at is null or last_used_at < now() - interval '${USE_RECORDED_EVERY}')`,
      [id],
    );
  }
}

/** Revokes the keys that these logins created. @returns those that were not revoked before */
export async function revokeKeysOf(tx: Tx, userIds: readonly string[]): Promise<RevokedKey[]> {
  const [revoked] = await tx.query<[RevokedKey[], number]>(
    `update api_key set revoked_at = now() where created_by = any($1) and revoked_at is null
     returning id, name, prefix`,
    [userIds],
  );
  return revoked;
}
