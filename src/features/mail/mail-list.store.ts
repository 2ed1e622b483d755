import type { DataSource } from 'typeorm';
import { limitedRead } from '../../db/limited-read.js';
import type { PagePositions } from '../../shared/connection.js';
import type { Position } from '../../shared/cursor.js';
import { emailKey } from '../../shared/folded-keys.js';
import type { MailFilter } from './mail.args.js';
import { JOIN_PREFERENCES, MAIL_COLUMNS, type MailRow } from './mail-row.js';

/** The cursor position of a mail in the list. */
export const mailPosition = ({ created_at, id }: MailRow): Position => [created_at.toISOString(), id];

/** What a mail is filled in with, encrypted, and how its reader has times written. */
export interface MailContents {
  id: string;
  template: string;
  payload: Buffer;
  locale: string | null;
  time_zone: string | null;
}

/** The outbox as a list, newest first. */
export class MailListStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Rows in the direction of reading, up to one more than the limit. */
  page(filter: MailFilter, { limit, backwards, after, before }: PagePositions): Promise<MailRow[]> {
    const { conditions, values } = conditionsOf(filter);
    const addBound = (position: Position, operator: '<' | '>') => {
      values.push(...position);
      const [at, id] = [values.length - 1, values.length];
      conditions.push(`(created_at, id) ${operator} ($${at}::timestamptz, $${id}::uuid)`);
    };
    if (after) addBound(after, '<');
    if (before) addBound(before, '>');
    const direction = backwards ? 'asc' : 'desc';
    values.push(limit + 1);
    return this.dataSource.query<MailRow[]>(
      `select ${MAIL_COLUMNS} from mail where ${conditions.join(' and ')}
       order by created_at ${direction}, id ${direction} limit $${values.length}`,
      values,
    );
  }

  /** A mail; null if there is none. */
  async byId(id: string): Promise<MailRow | null> {
    const [row] = await this.dataSource.query<MailRow[]>(`select ${MAIL_COLUMNS} from mail where id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** What mails are filled in with. Those whose content is erased are left out. */
  contentsOf(ids: readonly string[]): Promise<MailContents[]> {
    return this.dataSource.query<MailContents[]>(
      `select m.id, m.template, m.payload, p.locale, p.time_zone from mail m ${JOIN_PREFERENCES}
       where m.id = any($1::uuid[]) and m.payload is not null`,
      [ids],
    );
  }

  /** How many mails have each status. The sent ones may be many, so that the time of the query is limited. */
  countByStatus(): Promise<Map<string, number>> {
    return limitedRead(this.dataSource, async (runner) => {
      const rows: { status: string; count: number }[] = await runner.query(
        'select status, count(*)::integer as count from mail group by status',
      );
      return new Map(rows.map(({ status, count }) => [status, count]));
    });
  }

  /** The number of mails that match. */
  async count(filter: MailFilter): Promise<number> {
    const { conditions, values } = conditionsOf(filter);
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::integer as count from mail where ${conditions.join(' and ')}`,
      values,
    );
    return row?.count ?? 0;
  }
}

function conditionsOf({ status, to }: MailFilter): { conditions: string[]; values: unknown[] } {
  const conditions = ['true'];
  const values: unknown[] = [];
  if (status) conditions.push(`status = any($${values.push(status)})`);
  if (typeof to === 'string') conditions.push(`recipient_key = $${values.push(emailKey(to))}`);
  return { conditions, values };
}
