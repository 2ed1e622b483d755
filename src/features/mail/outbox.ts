import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/in-transaction.js';
import type { Jobs } from '../../db/jobs.js';
import { emailKey } from '../../shared/folded-keys.js';
import type { PayloadCipher } from './payload-cipher.js';
import type { MailData, MailTemplate } from './templates/mail-templates.js';
import type { TemplateData } from './templates/mail-writer.js';

/** A mail to post. */
export interface NewMail<Template extends MailTemplate = MailTemplate> {
  /** A plain e-mail address. With anything else, the mail is never sent and ends as DEAD. */
  to: string;
  template: Template;
  data: MailData[Template];
}

/** What the outbox depends on. */
export interface OutboxDependencies {
  jobs: Jobs;
  cipher: PayloadCipher;
  writer: { subjectOf(content: TemplateData): string };
}

/** The outbox: a mail and the job that sends it are committed together with the change that the mail is about. */
export class Outbox {
  constructor(private readonly dependencies: OutboxDependencies) {}

  /** Puts a mail into the outbox. @returns its id */
  async post<Template extends MailTemplate>(tx: Tx, mail: NewMail<Template>): Promise<string> {
    const { jobs, cipher, writer } = this.dependencies;
    const { to, template, data } = mail;
    const id = randomUUID();
    await tx.query(
      `insert into mail (id, recipient, recipient_key, template, subject, payload, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[id, to, emailKey(to), template],
        ...[writer.subjectOf({ template, data }), cipher.seal(id, data), expiryOf(data)],
      ],
    );
    await jobs.send(tx, 'mail', { mailId: id });
    return id;
  }
}

/** When the link or password in a mail expires; null if it has none. */
const expiryOf = (data: object) => ('expiresAt' in data ? data.expiresAt : null);
