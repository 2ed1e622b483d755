import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { type StatusCount, toStatusCounts } from '../../shared/status-count.type.js';
import type { MailsArgs } from './mail.args.js';
import { MailConnection, toMail } from './mail.type.js';
import { type MailListStore, mailPosition } from './mail-list.store.js';
import { MAIL_STATUSES } from './mail-row.js';

/** Reads the outbox for one request. */
export class MailLoader {
  constructor(private readonly sources: { store: MailListStore; cursors: CursorCodec }) {}

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
