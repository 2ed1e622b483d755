import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { JOIN_PREFERENCES, MAIL_COLUMNS, type MailRow, type MailStatus } from './mail-row.js';

/** A mail that only this process may send until the claim expires. */
export interface ClaimedMail {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  payload: Buffer | null;
  attempts: number;
  created_at: Date;
  /** Whether the link or password in it has expired. */
  expired: boolean;
  /** How the login with the recipient's address has times written; null if there is none, or it has not chosen. */
  locale: string | null;
  time_zone: string | null;
  /** Identifies this claim. */
  claim: string;
}

/** The outcome of an attempt, with the seconds until the next one if it is retried. */
export type Outcome =
  | { status: 'SENT' }
  | { status: 'FAILED'; error: string; code: string; againInSeconds: number }
  | { status: 'DEAD'; error: string; code: string };

/** Counts the mails of each status except SENT, from an index. */
export const COUNT_UNSENT_MAILS = `
  select status, count(*)::integer as count from mail where status <> 'SENT' group by status`;

/** The outbox's table: claims mails and records the outcomes of attempts. */
export class MailStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Claims a mail that is due, so that no other process sends it until the claim expires. Null if the mail is sent,
   * dead, not due yet, or claimed by another process.
   */
  async claim(id: string, leaseSeconds: number): Promise<ClaimedMail | null> {
    const [mail] = await this.dataSource.query<ClaimedMail[]>(
      `with claimed as (
         update mail set status = 'SENDING', attempts = attempts + 1, due_at = now() + $2 * interval '1 second'
         where id = $1 and status in ('QUEUED', 'FAILED', 'SENDING') and due_at <= now()
         returning id, recipient, recipient_key, template, subject, payload, attempts, created_at,
           coalesce(expires_at <= now(), false) as expired, due_at::text as claim
       )
       select m.*, p.locale, p.time_zone from claimed m ${JOIN_PREFERENCES}`,
      [id, leaseSeconds],
    );
    return mail ?? null;
  }

  /** Whole seconds, at least 1, until the claim on a mail expires; null if no process is sending it. */
  async secondsUntilClaimExpires(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ seconds: number }[]>(
      `select greatest(1, ceil(extract(epoch from due_at - now())))::integer as seconds
       from mail where id = $1 and status = 'SENDING'`,
      [id],
    );
    return row?.seconds ?? null;
  }

  /**
   * Records the outcome of an attempt. A failure counts only while this claim is valid; SENT is recorded even if
   * another process has claimed the mail since.
   *
   * @returns false if nothing was recorded: the claim has been replaced, or the mail is already sent
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

  /** Reads a mail and locks its row until the end of the transaction; null if there is none. */
  async lock(tx: Tx, id: string): Promise<{ status: MailStatus; recipient: string; erased: boolean } | null> {
    const [row] = await tx.query<{ status: MailStatus; recipient: string; erased: boolean }[]>(
      'select status, recipient, payload is null as erased from mail where id = $1 for update',
      [id],
    );
    return row ?? null;
  }

  /** Resets a mail to wait for its first attempt. The caller sends the job. */
  async requeue(tx: Tx, id: string): Promise<MailRow> {
    const [[row]] = await tx.query<[[MailRow], number]>(
      `update mail set status = 'QUEUED', attempts = 0, due_at = now() where id = $1 returning ${MAIL_COLUMNS}`,
      [id],
    );
    return row;
  }

  /** Makes long-overdue mails, whose jobs may have been lost, due now. @returns their ids */
  async requeueOverdue(tx: Tx): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `update mail set due_at = now()
       where status in ('QUEUED', 'FAILED', 'SENDING') and due_at < now() - interval '1 hour' returning id`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Erases the payload of dead mails that were given up long ago, or whose link or password has expired. They can no
   * longer be retried.
   */
  async eraseAbandoned(): Promise<void> {
    await this.dataSource.query(
      `update mail set payload = null
       where status = 'DEAD' and payload is not null
         and (due_at < now() - interval '7 days' or expires_at < now())`,
    );
  }
}
