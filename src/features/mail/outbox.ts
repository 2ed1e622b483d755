import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/in-transaction.js';
import type { Jobs } from '../../db/jobs.js';
import type { MailData, MailTemplate } from './mail-templates.js';
import type { PayloadCipher } from './payload-cipher.js';

/** A mail to be. */
export interface Letter<Template extends MailTemplate = MailTemplate> {
  /** A plain address, checked before. */
  to: string;
  template: Template;
  data: MailData[Template];
}

/** The outbox: a mail and the job that sends it commit with the change that they tell of. */
export class Outbox {
  constructor(
    private readonly jobs: Jobs,
    private readonly cipher: PayloadCipher,
    private readonly subjectOf: (letter: Letter) => string,
  ) {}

  /** Puts a mail into the outbox. @returns its id */
  async post<Template extends MailTemplate>(tx: Tx, letter: Letter<Template>): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'insert into mail (id, recipient, template, subject, payload) values ($1, $2, $3, $4, $5)',
      [id, letter.to, letter.template, this.subjectOf(letter), this.cipher.seal(id, letter.data)],
    );
    await this.jobs.send(tx, 'mail', { mailId: id });
    return id;
  }
}
