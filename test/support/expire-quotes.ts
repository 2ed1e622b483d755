import { openLocalDatabase } from '../../src/composition/local-database.js';
import type { Config } from '../../src/config.js';
import { AuditLog } from '../../src/features/audit/audit-log.js';
import { CustomerStore } from '../../src/features/customers/customer.store.js';
import { expireQuotes } from '../../src/features/freight/quotes/expire-quotes.js';
import { QuoteStore } from '../../src/features/freight/quotes/quote.store.js';
import { expireRewards } from '../../src/features/freight/rewards/expire-rewards.js';
import { RewardStore } from '../../src/features/freight/rewards/reward.store.js';

/** Does what the service does every hour with prices and points whose last day has passed, at another time. */
export async function expireAt(config: Config, at: Date): Promise<void> {
  const { dataSource, close } = await openLocalDatabase(config);
  try {
    const dependencies = {
      dataSource,
      quotes: new QuoteStore(dataSource),
      customers: new CustomerStore(dataSource),
      rewards: new RewardStore(dataSource),
      audit: new AuditLog(),
      settings: { ...config.freight, rewards: config.rewards },
      now: () => at,
    };
    await expireQuotes(dependencies);
    await expireRewards(dependencies);
  } finally {
    await close();
  }
}
