import { inTransaction } from '../../db/in-transaction.js';
import type { ApiKeyDependencies } from './api-key-dependencies.js';
import { markExpiring } from './expiring-key.store.js';

/** How many mails one transaction posts. */
const BATCH = 100;

type MailDependencies = Pick<ApiKeyDependencies, 'dataSource' | 'outbox' | 'now'>;

/**
 * Mails the creators of keys that expire soon, once for each key. Several instances may do this at the same time: each
 * passes over the keys that another one has locked.
 */
export async function mailExpiringKeys(dependencies: MailDependencies): Promise<void> {
  for (let mailed = BATCH; mailed === BATCH; ) mailed = await mailBatch(dependencies);
}

function mailBatch({ dataSource, outbox, now }: MailDependencies): Promise<number> {
  return inTransaction(dataSource, async (tx) => {
    const expiring = await markExpiring(tx, { at: now(), limit: BATCH });
    for (const { email, username, name, prefix, expiresAt } of expiring) {
      const data = { username, keyName: name, prefix, keyExpiresAt: expiresAt.toISOString() };
      await outbox.post(tx, { to: email, template: 'API_KEY_EXPIRING', data });
    }
    return expiring.length;
  });
}
