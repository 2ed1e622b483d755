import { openLocalDatabase } from '../../src/composition/local-database.js';
import type { Config } from '../../src/config.js';
import { AuditLog } from '../../src/features/audit/audit-log.js';
import { expireQuotes } from '../../src/features/freight/quotes/expire-quotes.js';
import { QuoteStore } from '../../src/features/freight/quotes/quote.store.js';

/** Does what the service does every hour with prices whose last day has passed, at another time. */
export async function expireAt(config: Config, at: Date): Promise<void> {
  const { dataSource, close } = await openLocalDatabase(config);
  try {
    const quotes = new QuoteStore(dataSource);
    await expireQuotes({
      dataSource,
      quotes,
      audit: new AuditLog(),
      settings: config.freight,
      now: () => at,
    });
  } finally {
    await close();
  }
}
