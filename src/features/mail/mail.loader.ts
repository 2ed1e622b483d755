import DataLoader from 'dataloader';
import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { type StatusCount, toStatusCounts } from '../../shared/status-count.type.js';
import type { MailsArgs } from './mail.args.js';
import { type Mail, MailConnection, toMail } from './mail.type.js';
import { type MailListStore, mailPosition } from './mail-list.store.js';
import type { MailPreview } from './mail-preview.js';
import { MAIL_STATUSES } from './mail-row.js';

/** What the loader reads from. */
export interface MailSources {
  store: MailListStore;
  preview: MailPreview;
}

/** Reads the outbox for one request. */
export class MailLoader {
  readonly #texts: DataLoader<string, string | null>;

  constructor(private readonly sources: MailSources & { cursors: CursorCodec }) {
    this.#texts = new DataLoader(async (ids) => {
      const texts = await sources.preview.textsOf(ids);
      return ids.map((id) => texts.get(id) ?? null);
    });
  }

  /** A mail; null if there is none. */
  async byId(id: string): Promise<Mail | null> {
    const row = await this.sources.store.byId(id);
    return row && toMail(row);
  }

  /** What a mail says, without its secrets; null if that can't be known any more. */
  textOf(id: string): Promise<string | null> {
    return this.#texts.load(id);
  }

  /** How many mails have each status. */
  async counts(): Promise<StatusCount[]> {
    return toStatusCounts(MAIL_STATUSES, await this.sources.store.countByStatus());
  }

  /** A page of the outbox. */
  async page(args: MailsArgs): Promise<MailConnection> {
    const { store, cursors } = this.sources;
    const filter = args.filter ?? {};
    const page = await readPage(args, {
      cursors,
      binding: JSON.stringify(['mails']),
      read: (positions) => store.page(filter, positions),
      positionOf: mailPosition,
      toNode: toMail,
    });
    const totalCount = () => store.count(filter);
    return Object.assign(new MailConnection(), { ...page, totalCount });
  }
}
