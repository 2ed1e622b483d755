import type { MailListStore } from './mail-list.store.js';
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
}

/** Shows mails as their recipients read them, but for what would let a reader into an account. */
export class MailPreview {
  constructor(private readonly dependencies: MailPreviewDependencies) {}

  /** The texts by the ids of the mails. One whose content is erased, or that no key opens, is left out. */
  async textsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const { store, cipher, writer } = this.dependencies;
    const texts = new Map<string, string>();
    for (const { id, template, payload, locale, time_zone: timeZone } of await store.contentsOf(ids)) {
      const data = cipher.open(id, payload);
      if (!data) continue;
      // The secrets are gone before anything is written, so that none can come through by another way of writing it.
      const shown = { template, data: hideSecrets(data, HIDDEN) } as TemplateData;
      const { text } = writer.write(shown, { locale, timeZone });
      texts.set(id, text.replaceAll(HIDDEN_IN_LINK, HIDDEN));
    }
    return texts;
  }
}
