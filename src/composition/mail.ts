import { join } from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { Jobs } from '../db/jobs.js';
import { cleanUpOutbox } from '../features/mail/clean-up-outbox.js';
import {
  deliverMail,
  leaseSecondsOf,
  type MailJob,
  type MailReport,
} from '../features/mail/delivery/deliver-mail.js';
import { FileTransport } from '../features/mail/delivery/file-transport.js';
import type { MailTransport } from '../features/mail/delivery/mail-transport.js';
import { SmtpTransport } from '../features/mail/delivery/smtp-transport.js';
import { MailStore } from '../features/mail/mail.store.js';
import { MailListStore } from '../features/mail/mail-list.store.js';
import { MailPreview } from '../features/mail/mail-preview.js';
import { Outbox } from '../features/mail/outbox.js';
import { PayloadCipher } from '../features/mail/payload-cipher.js';
import { MailWriter } from '../features/mail/templates/mail-writer.js';
import { baseUrlOf } from './base-url.js';
import { type PortalSettings, portalOf } from './portal.js';
import type { SecretKeys } from './secret-key.js';

/** The number of mails that an instance sends at a time. */
const CONCURRENCY = 3;

/** What composing the outbox needs. */
export interface MailInput {
  dataSource: DataSource;
  secretKeys: SecretKeys;
  logger: Logger;
  /** Called with the outcome of each attempt to send a mail. */
  onAttempt: (report: MailReport) => void;
}

/** Composes the outbox, the jobs that process it, and the transport that sends mails. */
export function composeMail(config: Config, { dataSource, secretKeys, logger, onAttempt }: MailInput) {
  const { timeoutSeconds } = config.mail;
  const jobs = new Jobs(dataSource, {
    onOutage: (err) => logger.error({ err }, 'jobs wait: the database does not answer'),
  });
  const cipher = new PayloadCipher(secretKeys);
  const writer = mailWriterOf(config);
  const mails = new MailStore(dataSource);
  const store = new MailListStore(dataSource);
  const delivery = {
    dataSource,
    jobs,
    cipher,
    writer,
    mails,
    transport: transportOf(config),
    timeoutSeconds,
    onAttempt: (report: MailReport) => {
      onAttempt(report);
      if (report.outcome !== 'sent') logger.warn(report, 'a mail was not sent');
    },
  };
  jobs.define<MailJob>({
    name: 'mail',
    concurrency: CONCURRENCY,
    expireInSeconds: leaseSecondsOf(timeoutSeconds),
    work: (job) => deliverMail(delivery, job),
    onFailed: (err) => logger.error({ err }, 'a mail could not be processed; the job is retried'),
  });
  return {
    jobs,
    mails,
    outbox: new Outbox({ jobs, cipher, writer }),
    mailSources: { store, preview: new MailPreview({ store, cipher, writer, logger }) },
    cleanUpMail: () => cleanUpOutbox({ dataSource, mails, jobs }),
  };
}

/** The writer of mails, with the brand, the addresses and the features of the settings. */
export function mailWriterOf(
  config: Pick<Config, 'appBaseUrl' | 'port' | 'demo'> & PortalSettings,
): MailWriter {
  const { brand, supportEmail } = config.mail;
  const { features } = portalOf(config, config);
  return new MailWriter(brand, { baseUrl: baseUrlOf(config), supportEmail, features });
}

function transportOf({ mail, dataDir }: Config): MailTransport {
  const { smtp, timeoutSeconds } = mail;
  if (smtp === null) return new FileTransport(join(dataDir, 'mail'), mail);
  return new SmtpTransport({ ...smtp, timeoutMs: timeoutSeconds * 1_000 }, mail);
}
