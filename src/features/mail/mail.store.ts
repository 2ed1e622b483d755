import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { MAIL_COLUMNS, type MailRow, type MailStatus } from './mail-row.js';

/** A mail that is ours to send until its claim runs out. */
export interface ClaimedMail {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  payload: Buffer | null;
  attempts: number;
  created_at: Date;
  /** The link or password in it is of no use any more. */
  expired: boolean;
  /** Tells this claim from any other. */
  claim: string;
}

/** What an attempt came to; seconds until the next one, where there is one. */
export type Outcome =
  | { status: 'SENT' }
  | { status: 'FAILED'; error: string; code: string; againInSeconds: number }
  | { status: 'DEAD'; error: string; code: string };

/** How many mails there are of each status but SENT; read off an index. */
export const COUNT_UNSENT_MAILS = `
  select status, count(*)::integer as count from mail where status <> 'SENT' group by status`;

/** The outbox's table, as mails move through it. */
export class MailStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes a mail that is due, so that nobody else sends it before the claim runs out. Null where it is sent, dead, not due
   * yet, or somebody else's.
   */
  async claim(id: string, leaseSeconds: number): Promise<ClaimedMail | null> {
    const [rows] = await this.dataSource.query<[ClaimedMail[], number]>(
      `update mail set status = 'SENDING', attempts = attempts + 1, due_at = now() + $2 * interval '1 second'
       where id = $1 and status in ('QUEUED', 'FAILED', 'SENDING') and due_at <= now()
       returning id, recipient, template, subject, payload, attempts, created_at,
         coalesce(expires_at <= now(), false) as expired, due_at::text as claim`,
      [id, leaseSeconds],
    );
    return rows[0] ?? null;
  }

  /** Whole seconds until somebody else's claim runs out; null where nobody is sending it. */
  async secondsUntilClaimExpires(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ seconds: number }[]>(
      `select greatest(1, ceil(extract(epoch from due_at - now())))::integer as seconds
       from mail where id = $1 and status = 'SENDING'`,
      [id],
    );
    return row?.seconds ?? null;
  }

  /**
   * Notes what an attempt came to; false where that is of no account, because the claim ran out and somebody else has the
   * mail. One that was sent is sent, whoever has it.
   */
  async recordOutcome(tx: Tx, { id, claim }: ClaimedMail, outcome: Outcome): Promise<boolean> {
    if (outcome.status === 'SENT') {
      const [, sent] = await tx.query(
        `update mail set status = 'SENT', payload = null, last_error = null, sent_at = now()
         where id = $1 and status <> 'SENT'`,
        [id],
      );
      return sent === 1;
    }
    const seconds = outcome.status === 'FAILED' ? outcome.againInSeconds : 0;
    const [, affected] = await tx.query(
      `update mail set status = $3, last_error = $4, due_at = now() + $5 * interval '1 second'
       where id = $1 and status = 'SENDING' and due_at = $2::timestamptz`,
      [id, claim, outcome.status, outcome.error, seconds],
    );
    return affected === 1;
  }

  /** A mail, kept as it is to the end of the transaction; null where there is none. */
  async lock(tx: Tx, id: string): Promise<{ status: MailStatus; recipient: string; erased: boolean } | null> {
    const [row] = await tx.query<{ status: MailStatus; recipient: string; erased: boolean }[]>(
      'select status, recipient, payload is null as erased from mail where id = $1 for update',
      [id],
    );
    return row ?? null;
  }

  /** Has a mail wait for its first attempt again. The caller sends the job. */
  async requeue(tx: Tx, id: string): Promise<MailRow> {
    const [[row]] = await tx.query<[[MailRow], number]>(
      `update mail set status = 'QUEUED', attempts = 0, due_at = now() where id = $1 returning ${MAIL_COLUMNS}`,
      [id],
    );
    return row;
  }

  /** Mails whose turn came long ago, and which therefore may have lost their job; from now on they are due anew. */
  async requeueOverdue(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update mail set due_at = now()
       where status in ('QUEUED', 'FAILED', 'SENDING') and due_at < now() - interval '1 hour' returning id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Erases what mails are filled in with that were given up long ago, or are of no use: nobody retries those any more. */
  async eraseAbandoned(): Promise<void> {
    await this.dataSource.query(
      `update mail set payload = null
       where status = 'DEAD' and payload is not null
         and (due_at < now() - interval '7 days' or expires_at < now())`,
    );
  }
}
