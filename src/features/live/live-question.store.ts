import type { DataSource } from 'typeorm';

/** How long a claim and the interest in a question last, in milliseconds, unless they are renewed. */
export interface Lasting {
  claimMs: number;
  watchMs: number;
}

/** A question that is being asked, and the claim under which it is. */
export interface Claimed {
  /** The key in hexadecimal digits. */
  key: string;
  /** The id of the claim. */
  claim: string;
}

/** A question as the table has it. */
export interface QuestionState {
  key: string;
  version: string;
  /** Whether it is to be asked now, under the claim that was given. */
  claimed: boolean;
  /** The digest of the latest answer; null before the first. */
  digest: string | null;
  /** How often in a row the answer was the same. */
  sameAnswers: number;
  /** When the ERP was asked for the latest answer; null before the first. */
  asOf: Date | null;
  /** Whether it was asked again since, and did not answer. */
  stale: boolean;
}

/** The latest answer to a question. */
export interface StoredAnswer {
  key: string;
  version: string;
  /** Whether the question can't be watched. */
  refused: boolean;
  /** The rows as JSON, or why it can't be watched. */
  payload: string;
  asOf: Date;
}

/** An answer of the ERP, and when it is to be asked again. */
export interface NewAnswer {
  refused: boolean;
  digest: string;
  /** Null if it is the same as before. */
  payload: string | null;
  asOf: Date;
  nextMs: number;
}

const INTERVAL = (parameter: string) => `${parameter} * interval '1 millisecond'`;
const IS_DUE = `w.claim is null and q.next_poll_at <= now() and (q.claimed_until is null or q.claimed_until <= now())`;

/**
 * The questions about the inventory that are watched on any instance. Each is put to the ERP under a claim, which ends by itself:
 * a dead instance delays the next answer and no more. An answer counts only under the claim that it was asked under.
 */
export class LiveQuestionStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Says that these questions are watched, claims those that are due, and renews the claims of those that are being asked. A
   * question that another instance changes at this moment is left to the next call.
   *
   * @param claim names the claims that are made now
   * @param asking the questions that this instance is asking; they aren't claimed anew
   */
  async renew(
    keys: readonly string[],
    claim: string,
    asking: readonly Claimed[],
    { claimMs, watchMs }: Lasting,
  ): Promise<QuestionState[]> {
    if (keys.length === 0) return [];
    return this.dataSource.query<QuestionState[]>(
      `with wanted as (
         select decode(k.key, 'hex') as key, a.claim
         from unnest($1::text[]) as k (key) left join unnest($2::text[], $3::uuid[]) as a (key, claim) on a.key = k.key
       ), added as (
         insert into live_question as q (key, claimed_by, claimed_until, watched_until)
         select key, $4, now() + ${INTERVAL('$5')}, now() + ${INTERVAL('$6')} from wanted w
         where w.claim is null and not exists (select from live_question q where q.key = w.key)
         order by key on conflict do nothing
         returning *
       ), changing as (
         select q.key, ${IS_DUE} as due, q.claimed_by = w.claim as own
         from live_question q join wanted w on w.key = q.key
         where (${IS_DUE}) or q.claimed_by = w.claim or q.watched_until < now() + ${INTERVAL('$6')} / 2
         order by q.key for update of q skip locked
       ), changed as (
         update live_question q set
           watched_until = now() + ${INTERVAL('$6')},
           claimed_by = case when c.due then $4 else q.claimed_by end,
           claimed_until = case when c.due or c.own then now() + ${INTERVAL('$5')} else q.claimed_until end
         from changing c where q.key = c.key
         returning q.*
       ), states as (
         select key, version, digest, same_answers, as_of, stale, claimed_by from added
         union all select key, version, digest, same_answers, as_of, stale, claimed_by from changed
         union all select q.key, q.version, q.digest, q.same_answers, q.as_of, q.stale, q.claimed_by
         from live_question q join wanted w on w.key = q.key
         where q.key not in (select key from changed)
       )
       select encode(key, 'hex') as key, version, digest, same_answers as "sameAnswers",
         as_of as "asOf", stale, coalesce(claimed_by = $4, false) as claimed
       from states`,
      [keys, asking.map(({ key }) => key), asking.map((one) => one.claim), claim, claimMs, watchMs],
    );
  }

  /** The latest answer to a question; null if it has none. */
  async answerTo(key: string): Promise<StoredAnswer | null> {
    const [answer = null] = await this.dataSource.query<StoredAnswer[]>(
      `select encode(key, 'hex') as key, version, refused, payload, as_of as "asOf" from live_question
       where key = decode($1, 'hex') and payload is not null`,
      [key],
    );
    return answer;
  }

  /**
   * Stores an answer, and gives the claim up.
   *
   * @returns the version, which is a new one only if the answer is; null if the claim doesn't hold any more
   */
  async answer(
    { key, claim }: Claimed,
    { refused, digest, payload, asOf, nextMs }: NewAnswer,
  ): Promise<string | null> {
    const [rows] = await this.dataSource.query<[{ version: string }[], number]>(
      `update live_question set
         version = case when digest = $3 then version else nextval('live_question_version') end,
         payload = coalesce($4, payload),
         refused = $5,
         same_answers = case when digest = $3 then same_answers + 1 else 0 end,
         digest = $3,
         as_of = $6,
         stale = false,
         next_poll_at = now() + ${INTERVAL('$7')},
         claimed_by = null,
         claimed_until = null
       where key = decode($1, 'hex') and claimed_by = $2
       returning version`,
      [key, claim, digest, payload, refused, asOf, nextMs],
    );
    return rows[0]?.version ?? null;
  }

  /**
   * Gives a claim up without an answer.
   *
   * @param retryMs after what time a question is put again that the ERP did not answer; without it, it may be put at once
   */
  async giveUp({ key, claim }: Claimed, retryMs?: number): Promise<void> {
    await this.dataSource.query(
      `update live_question
       set next_poll_at = now() + ${INTERVAL('$3')}, stale = stale or $4, claimed_by = null, claimed_until = null
       where key = decode($1, 'hex') and claimed_by = $2`,
      [key, claim, retryMs ?? 0, retryMs !== undefined],
    );
  }

  /** Forgets the questions that nobody watches any more. @returns whether there are others */
  async forgetUnwatched(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ others: boolean }[]>(
      `with forgotten as (delete from live_question where watched_until < now())
       select exists (select from live_question where watched_until >= now()) as others`,
    );
    return row?.others === true;
  }
}
