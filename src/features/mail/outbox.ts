import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/in-transaction.js';
import type { Jobs } from '../../db/jobs.js';
import type { PayloadCipher } from './payload-cipher.js';
import type { MailData, MailTemplate } from './templates/mail-templates.js';
import type { TemplateData } from './templates/mail-writer.js';

/** A mail to be. */
export interface NewMail<Template extends MailTemplate = MailTemplate> {
  /** A plain address. Anything else is never sent to: the mail ends as DEAD. */
  to: string;
  template: Template;
  data: MailData[Template];
}

/** What the outbox takes. */
export interface OutboxDependencies {
  jobs: Jobs;
  cipher: PayloadCipher;
  writer: { subjectOf(content: TemplateData): string };
}

/** The outbox: a mail and the job that sends it commit with the change that they tell of. */
export class Outbox {
  constructor(private readonly dependencies: OutboxDependencies) {}

  /** Puts a mail into the outbox. @returns its id */
  async post<Template extends MailTemplate>(tx: Tx, mail: NewMail<Template>): Promise<string> {
    const { jobs, cipher, writer } = this.dependencies;
    const { to, template, data } = mail;
    const id = randomUUID();
    await tx.query(
      `insert into mail (id, recipient, template, subject, payload, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, to, template, writer.subjectOf({ template, data }), cipher.seal(id, data), expiryOf(data)],
    );
    await jobs.send(tx, 'mail', { mailId: id });
    return id;
  }
}

/** When what a mail holds is of no use any more; null where it stays true. */
const expiryOf = (data: object) => ('expiresAt' in data ? data.expiresAt : null);
