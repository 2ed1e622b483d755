import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { openLocalDatabase } from '../../src/composition/local-database.js';
import { composeMail } from '../../src/composition/mail.js';
import { secretKeysOf } from '../../src/composition/secret-key.js';
import type { Config } from '../../src/config.js';
import { inTransaction } from '../../src/db/in-transaction.js';
import type { NewMail, Outbox } from '../../src/features/mail/outbox.js';

/** Puts mails into the outbox of a service in one transaction. @returns their ids */
export async function postMails(config: Config, letters: readonly NewMail[]): Promise<string[]> {
  const { dataSource, close } = await openLocalDatabase(config);
  try {
    return await postOn(config, dataSource, letters);
  } finally {
    await close();
  }
}

/** The same on a database that is open. */
export function postOn(
  config: Config,
  dataSource: DataSource,
  letters: readonly NewMail[],
): Promise<string[]> {
  const outbox = outboxOn(config, dataSource);
  return inTransaction(dataSource, async (tx) => {
    const ids: string[] = [];
    for (const letter of letters) ids.push(await outbox.post(tx, letter));
    return ids;
  });
}

/** The outbox of a service, on a database that is open. */
export function outboxOn(config: Config, dataSource: DataSource): Outbox {
  const { outbox } = composeMail(config, {
    dataSource,
    secretKeys: secretKeysOf(config),
    logger: pino({ level: 'silent' }),
    onAttempt: () => {},
  });
  return outbox;
}
