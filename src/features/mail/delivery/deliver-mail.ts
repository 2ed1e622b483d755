import type { DataSource } from 'typeorm';
import { inTransaction } from '../../../db/in-transaction.js';
import type { Job } from '../../../db/job-loop.js';
import type { Jobs } from '../../../db/jobs.js';
import { secondsToNextAttempt } from '../../../db/retry-times.js';
import { isPlainEmail } from '../../../shared/email.js';
import { whenAborted } from '../../../shared/when-aborted.js';
import type { ClaimedMail, MailStore, Outcome } from '../mail.store.js';
import type { PayloadCipher } from '../payload-cipher.js';
import type { MailWriter, TemplateData } from '../templates/mail-writer.js';
import { lastErrorText } from './last-error.js';
import { DeliveryError, type MailTransport } from './mail-transport.js';

/** A job of the mail queue. */
export interface MailJob {
  mailId: string;
}

/** The outcome of one attempt, for metrics and the log. */
export interface MailReport {
  mailId: string;
  template: string;
  attempts: number;
  outcome: 'sent' | 'failed' | 'dead';
  /** The reason of a failure, such as 550 or ETIMEDOUT; null if the mail was sent. */
  code: string | null;
}

/** What sending a mail needs. */
export interface DeliverMailDependencies {
  dataSource: DataSource;
  mails: MailStore;
  cipher: PayloadCipher;
  writer: MailWriter;
  transport: MailTransport;
  jobs: Jobs;
  /** The timeout of one attempt. */
  timeoutSeconds: number;
  /** Called with the outcome of each recorded attempt. */
  onAttempt: (report: MailReport) => void;
}

/** How long a claim on a mail is valid: longer than an attempt can take. */
export const leaseSecondsOf = (timeoutSeconds: number) => Math.ceil(timeoutSeconds * 1.25) + 1;

/**
 * Sends one mail of the outbox, if it is due and no other process is sending it. The outcome is stored in the
 * transaction that ends the job. If the process is killed before that, the claim expires and the job is delivered
 * again.
 */
export async function deliverMail(dependencies: DeliverMailDependencies, job: Job<MailJob>): Promise<void> {
  const { dataSource, mails, jobs, timeoutSeconds, onAttempt } = dependencies;
  const { mailId } = job.data;
  const mail = await mails.claim(mailId, leaseSecondsOf(timeoutSeconds));
  if (!mail) {
    await inTransaction(dataSource, async (tx) => {
      const seconds = await mails.secondsUntilClaimExpires(tx, mailId);
      // The claiming process may have been killed: check again when the claim has expired.
      if (seconds !== null) await jobs.send(tx, 'mail', { mailId }, seconds);
      await job.done(tx);
    });
    return;
  }
  const outcome = await attempt(dependencies, mail, job.signal);
  const isRecorded = await inTransaction(dataSource, async (tx) => {
    const recorded = await mails.recordOutcome(tx, mail, outcome);
    if (recorded && outcome.status === 'FAILED') {
      await jobs.send(tx, 'mail', { mailId }, outcome.againInSeconds);
    }
    await job.done(tx);
    return recorded;
  });
  if (isRecorded) onAttempt(reportOf(mail, outcome));
}

async function attempt(
  dependencies: DeliverMailDependencies,
  mail: ClaimedMail,
  stopping: AbortSignal,
): Promise<Outcome> {
  const { cipher, writer, transport, timeoutSeconds } = dependencies;
  if (mail.expired) {
    return {
      status: 'DEAD',
      error: 'The link or password in it expired before it could be sent.',
      code: 'EXPIRED',
    };
  }
  const data = mail.payload && cipher.open(mail.id, mail.payload);
  if (!data) {
    const error = "The mail's data can no longer be read: SECRET_KEY has been replaced.";
    return { status: 'DEAD', error, code: 'UNREADABLE' };
  }
  if (!isPlainEmail(mail.recipient)) {
    return { status: 'DEAD', error: 'The recipient is not one plain e-mail address.', code: 'ADDRESS' };
  }
  const aborter = new AbortController();
  const giveUp = (reason: string, code: string) => aborter.abort(new DeliveryError(reason, false, code));
  const timeoutReason = `There was no answer within ${timeoutSeconds} s.`;
  const timer = setTimeout(giveUp, timeoutSeconds * 1_000, timeoutReason, 'ETIMEDOUT');
  const stop = () => giveUp('The service was stopped during the attempt.', 'STOPPED');
  const removeListener = whenAborted(stopping, stop);
  try {
    const { locale, time_zone: timeZone } = mail;
    const written = writer.write({ template: mail.template, data } as TemplateData, { locale, timeZone });
    const { id, template, subject, created_at: createdAt } = mail;
    await transport.send(
      { ...written, id, template, subject, to: mail.recipient, createdAt },
      aborter.signal,
    );
    return { status: 'SENT' };
  } catch (error) {
    return failureOf(aborter.signal.aborted ? aborter.signal.reason : error, mail, data);
  } finally {
    clearTimeout(timer);
    removeListener();
  }
}

function failureOf(failure: unknown, { attempts }: ClaimedMail, data: object): Outcome {
  const { permanent, code } =
    failure instanceof DeliveryError ? failure : { permanent: false, code: 'INTERNAL' };
  const error = lastErrorText(failure, data);
  const againInSeconds = permanent ? null : secondsToNextAttempt(attempts);
  return againInSeconds === null
    ? { status: 'DEAD', error, code }
    : { status: 'FAILED', error, code, againInSeconds };
}

function reportOf({ id, template, attempts }: ClaimedMail, outcome: Outcome): MailReport {
  const report = { mailId: id, template, attempts };
  if (outcome.status === 'SENT') return { ...report, outcome: 'sent', code: null };
  return { ...report, outcome: outcome.status === 'DEAD' ? 'dead' : 'failed', code: outcome.code };
}
