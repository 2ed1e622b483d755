import type { Logger } from 'pino';
import type { MailContents, MailListStore } from './mail-list.store.js';
import type { PayloadCipher } from './payload-cipher.js';
import { hideSecrets } from './templates/mail-templates.js';
import type { MailWriter, TemplateData } from './templates/mail-writer.js';

/** What is shown in place of a secret. */
const HIDDEN = '••••';
/** The same as it is written in a link. */
const HIDDEN_IN_LINK = encodeURIComponent(HIDDEN);

/** What previewing mails needs. */
export interface MailPreviewDependencies {
  store: MailListStore;
  cipher: PayloadCipher;
  writer: MailWriter;
  logger: Logger;
}

/** Shows mails as their recipients read them, but for what would let a reader into an account. */
export class MailPreview {
  constructor(private readonly dependencies: MailPreviewDependencies) {}

  /**
   * The texts by the ids of the mails. One whose content is erased, that no key opens, or that can't be written, such as
   * one of a newer version of the service, is left out.
   */
  async textsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const mail of await this.dependencies.store.contentsOf(ids)) {
      try {
        const text = this.#textOf(mail);
        if (text !== null) texts.set(mail.id, text);
      } catch (err) {
        const { id, template } = mail;
        this.dependencies.logger.warn({ err, mail: id, template }, 'a mail could not be previewed');
      }
    }
    return texts;
  }

  #textOf({ id, template, payload, locale, time_zone: timeZone }: MailContents): string | null {
    const { cipher, writer } = this.dependencies;
    const data = cipher.open(id, payload);
    if (!data) return null;
    // The secrets are gone before anything is written, so that none can come through by another way of writing it.
    const shown = { template, data: hideSecrets(data, HIDDEN) } as TemplateData;
    const { text } = writer.write(shown, { locale, timeZone });
    return text.replaceAll(HIDDEN_IN_LINK, HIDDEN);
  }
}
