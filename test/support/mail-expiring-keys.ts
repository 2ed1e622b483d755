import { openLocalDatabase } from '../../src/composition/local-database.js';
import type { Config } from '../../src/config.js';
import { mailExpiringKeys } from '../../src/features/api-keys/mail-expiring-keys.js';
import { outboxOn } from './post-mails.js';

/** Does what the service does every hour with keys that expire soon, at another time. */
export async function mailExpiringKeysAt(config: Config, at: Date): Promise<void> {
  const { dataSource, close } = await openLocalDatabase(config);
  try {
    await mailExpiringKeys({ dataSource, outbox: outboxOn(config, dataSource), now: () => at });
  } finally {
    await close();
  }
}
