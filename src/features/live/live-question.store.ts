import type { DataSource } from 'typeorm';

/** How long a claim and the interest in a question last, in milliseconds, unless they are renewed. */
export interface Lasting {
  claimMs: number;
  watchMs: number;
}

/** A question as the table has it. */
export interface QuestionState {
  /** The key in hexadecimal digits. */
  key: string;
  version: string;
  /** Whether this instance is to ask the ERP now. */
  claimed: boolean;
  /** The digest of the latest answer; null before the first. */
  digest: string | null;
  /** How often in a row the answer was the same. */
  sameAnswers: number;
}

/** The latest answer to a question. */
export interface StoredAnswer {
  key: string;
  version: string;
  /** The rows as JSON; null if there are too many of them. */
  payload: string | null;
  asOf: Date;
}

/** An answer of the ERP, and when it is to be asked again. */
export interface NewAnswer {
  digest: string;
  /** The rows as JSON; null if there are too many of them, or if they are the same as before. */
  payload: string | null;
  asOf: Date;
  nextMs: number;
}

const INTERVAL = (parameter: string) => `${parameter} * interval '1 millisecond'`;
const DUE = `q.next_poll_at <= now() and (q.claimed_until is null or q.claimed_until <= now())`;

/**
 * The questions about the inventory that are watched on any instance. Each is put to the ERP by the instance that has claimed
 * it. A claim ends by itself, so that a dead instance delays the next answer and no more.
 */
export class LiveQuestionStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Says that these questions are watched, claims those that are due, and renews the claims of those that are being asked.
   *
   * @param claimant names this instance in claims
   * @param asking the keys of the questions that this instance is asking now
   */
  async renew(
    keys: readonly string[],
    asking: readonly string[],
    claimant: string,
    { claimMs, watchMs }: Lasting,
  ): Promise<QuestionState[]> {
    if (keys.length === 0) return [];
    return this.dataSource.query<QuestionState[]>(
      `with wanted as (
         select decode(key, 'hex') as key, key = any($2) as asking from unnest($1::text[]) as key order by 1
       ), renewed as (
         insert into live_question as q (key, claimed_by, claimed_until, watched_until)
         select key, $3, now() + ${INTERVAL('$4')}, now() + ${INTERVAL('$5')} from wanted
         on conflict (key) do update set
           watched_until = excluded.watched_until,
           claimed_by = case when ${DUE} then excluded.claimed_by else q.claimed_by end,
           claimed_until = case
             when ${DUE} or (q.claimed_by = $3 and q.key in (select key from wanted where asking))
             then excluded.claimed_until else q.claimed_until end
         returning q.key, q.version, q.claimed_by = $3 and q.claimed_until > now() as claimed, q.digest,
           q.same_answers
       )
       select encode(renewed.key, 'hex') as key, version, claimed is true and not asking as claimed,
         digest, same_answers as "sameAnswers"
       from renewed join wanted on wanted.key = renewed.key`,
      [keys, asking, claimant, claimMs, watchMs],
    );
  }

  /** The latest answers to these questions. One that was never answered is left out. */
  async answers(keys: readonly string[]): Promise<StoredAnswer[]> {
    if (keys.length === 0) return [];
    return this.dataSource.query<StoredAnswer[]>(
      `select encode(key, 'hex') as key, version, payload, as_of as "asOf" from live_question
       where key in (select decode(key, 'hex') from unnest($1::text[]) as key) and digest is not null`,
      [keys],
    );
  }

  /**
   * Stores an answer, and gives the claim up.
   *
   * @returns the version, which is a new one only if the answer is; null if another instance has claimed the question
   */
  async answer(
    key: string,
    claimant: string,
    { digest, payload, asOf, nextMs }: NewAnswer,
  ): Promise<string | null> {
    const [rows] = await this.dataSource.query<[{ version: string }[], number]>(
      `update live_question set
         version = case when digest = $3 then version else nextval('live_question_version') end,
         payload = case when digest = $3 then payload else $4 end,
         same_answers = case when digest = $3 then same_answers + 1 else 0 end,
         digest = $3,
         as_of = $5,
         next_poll_at = now() + ${INTERVAL('$6')},
         claimed_by = null,
         claimed_until = null
       where key = decode($1, 'hex') and claimed_by = $2
       returning version`,
      [key, claimant, digest, payload, asOf, nextMs],
    );
    return rows[0]?.version ?? null;
  }

  /** Gives a claim up without an answer. The question is put again after this time. */
  async postpone(key: string, claimant: string, nextMs: number): Promise<void> {
    await this.dataSource.query(
      `update live_question
       set next_poll_at = now() + ${INTERVAL('$3')}, claimed_by = null, claimed_until = null
       where key = decode($1, 'hex') and claimed_by = $2`,
      [key, claimant, nextMs],
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
