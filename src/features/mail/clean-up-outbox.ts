import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import type { Jobs } from '../../db/jobs.js';
import type { MailStore } from './mail.store.js';

/**
 * Erases the payloads of dead mails that are old or whose link or password has expired. Queues a new job for each
 * overdue mail, in case its job was lost.
 */
export async function cleanUpOutbox(input: {
  dataSource: DataSource;
  mails: MailStore;
  jobs: Jobs;
}): Promise<void> {
  const { dataSource, mails, jobs } = input;
  await mails.eraseAbandoned();
  await inTransaction(dataSource, async (tx) => {
    for (const mailId of await mails.requeueOverdue(tx)) await jobs.send(tx, 'mail', { mailId });
  });
}
