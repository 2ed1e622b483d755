import type { DataSource } from 'typeorm';
import { inTransaction } from '../../db/in-transaction.js';
import type { Jobs } from '../../db/jobs.js';
import { PorticoError } from '../../shared/errors.js';
import type { Origin } from '../../shared/origin.js';
import { changesBetween } from '../audit/audit-event.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { MailStore } from './mail.store.js';
import { type Mail, toMail } from './mail.type.js';

/** What retrying a mail needs. */
export interface RetryMailDependencies {
  dataSource: DataSource;
  mails: MailStore;
  jobs: Jobs;
  audit: AuditLog;
}

/**
 * Puts a mail that is FAILED or DEAD back into the queue, with its attempts reset.
 *
 * @throws NOT_FOUND; CONFLICT if the mail is waiting, being sent or already sent, or if its payload has been erased
 */
export function retryMail(
  { dataSource, mails, jobs, audit }: RetryMailDependencies,
  id: string,
  origin: Origin,
): Promise<Mail> {
  return inTransaction(dataSource, async (tx) => {
    const mail = await mails.lock(tx, id);
    if (!mail) throw new PorticoError('NOT_FOUND', `There is no mail ${id}.`);
    const { status, recipient, erased } = mail;
    if (status !== 'FAILED' && status !== 'DEAD') {
      throw new PorticoError(
        'CONFLICT',
        `This mail is ${status}; only one that is FAILED or DEAD can be retried.`,
      );
    }
    if (erased) {
      throw new PorticoError(
        'CONFLICT',
        'What this mail was filled in with has been erased; have a new one sent.',
      );
    }
    const queued = await mails.requeue(tx, id);
    await jobs.send(tx, 'mail', { mailId: id });
    await audit.append(tx, origin, {
      action: 'MAIL_RETRIED',
      target: { type: 'MAIL', id, label: recipient },
      changes: changesBetween({ status }, { status: queued.status }),
    });
    return toMail(queued);
  });
}
