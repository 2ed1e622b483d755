import type { DataSource } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';

/** A mail of the outbox without what it is filled in with. */
export interface MailRow {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  last_error: string | null;
  created_at: Date;
  sent_at: Date | null;
}
export type MailStatus = 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'DEAD';

/** A mail that is ours to send until its claim runs out. */
export interface ClaimedMail {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  payload: Buffer | null;
  attempts: number;
  created_at: Date;
}

/** What an attempt came to; seconds until the next one, where there is one. */
export type Outcome =
  | { status: 'SENT' }
  | { status: 'FAILED'; error: string; code: string; againInSeconds: number }
  | { status: 'DEAD'; error: string; code: string };

/** The outbox's table. */
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
       returning id, recipient, template, subject, payload, attempts, created_at`,
      [id, leaseSeconds],
    );
    return rows[0] ?? null;
  }

  /** Whole seconds until somebody else's claim runs out; null where nobody is sending it. */
  async claimedFor(tx: Tx, id: string): Promise<number | null> {
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
  async settle(tx: Tx, { id, attempts }: ClaimedMail, outcome: Outcome): Promise<boolean> {
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
       where id = $1 and status = 'SENDING' and attempts = $2`,
      [id, attempts, outcome.status, outcome.error, seconds],
    );
    return affected === 1;
  }
}
