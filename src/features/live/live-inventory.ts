import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ErpScope } from '../../shared/auth.js';
import { erpUnavailable } from '../../shared/errors.js';
import { linkedSignal } from '../../shared/linked-signal.js';
import { sha256 } from '../../shared/sha256.js';
import { Slots } from '../../shared/slots.js';
import type { InventoryFilter } from '../inventory/inventory.args.js';
import type { InventoryStore } from '../inventory/inventory.store.js';
import { askInventory, toRefusal } from './ask-inventory.js';
import { LiveQuestion } from './live-question.js';
import type { Claimed, LiveQuestionStore, QuestionState, StoredAnswer } from './live-question.store.js';
import { nextPollMs, retryPollMs } from './poll-interval.js';
import { toSnapshot } from './snapshot.js';

/** How many questions one instance puts to the ERP at a time, so that pages don't wait for them. */
const AT_ONCE = 2;
/** How many rounds a claim and the interest in a question outlive the instance that had them. */
const CLAIM_ROUNDS = 3;
const WATCH_ROUNDS = 12;
/** How many watch the inventory on one instance, in all and of one login: each may ask something else. */
const WATCHERS = { total: 5_000, perCaller: 20 };

/** What watching the inventory needs. */
export interface LiveInventoryDependencies {
  inventory: Pick<InventoryStore, 'page'>;
  questions: LiveQuestionStore;
  /** The time between two questions to the ERP, and between two rounds of this instance. */
  intervalMs: number;
  roundMs: number;
  maxRows: number;
  onFailed: (error: unknown) => void;
}

/** A question that this instance has claimed. */
interface Claim extends Claimed {
  question: LiveQuestion;
  state: QuestionState;
}

/** The questions that are watched on this instance. */
export class LiveInventory {
  /** Bounds who watches; see Slots. */
  readonly slots = new Slots(WATCHERS);
  readonly #questions = new Map<string, LiveQuestion>();
  readonly #asking = new Map<Claim, Promise<void>>();
  readonly #stopped = new AbortController();
  /** Whether the table may have questions. Until it has none, there are rounds that forget those that nobody watches. */
  #anyStored = false;
  #waiting: Claim[] = [];

  constructor(private readonly dependencies: LiveInventoryDependencies) {}

  /** How many different questions are watched. */
  get size(): number {
    return this.#questions.size;
  }

  /** Watches a question. @returns it, and a function that ends watching */
  join(
    scope: ErpScope,
    filter: InventoryFilter,
    onAnswer: () => void,
  ): { question: LiveQuestion; leave(): void } {
    const fresh = new LiveQuestion(scope, filter);
    const question = this.#questions.get(fresh.key) ?? fresh;
    this.#anyStored = true;
    this.#questions.set(question.key, question);
    const stop = question.onAnswer(onAnswer);
    // Whoever is the first doesn't wait for the next round.
    if (question === fresh) void this.#look([question.key]).catch(this.dependencies.onFailed);
    const leave = () => {
      stop();
      if (question.left.aborted && this.#questions.get(question.key) === question) {
        this.#questions.delete(question.key);
      }
    };
    return { question, leave };
  }

  /** One round: says what is watched, asks the ERP what is due, and takes over what other instances have asked. */
  async round(): Promise<void> {
    if (!this.#anyStored) return;
    await this.#look([...this.#questions.keys()]);
    const others = await this.dependencies.questions.forgetUnwatched();
    this.#anyStored = others || this.#questions.size > 0;
  }

  /** Cancels what is being asked. Other instances may ask it at once. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    const given = this.#waiting.splice(0).map((claim) => this.dependencies.questions.giveUp(claim));
    await Promise.allSettled([...this.#asking.values(), ...given]);
  }

  async #look(keys: readonly string[]): Promise<void> {
    const { questions, roundMs } = this.dependencies;
    const lasting = { claimMs: roundMs * CLAIM_ROUNDS, watchMs: roundMs * WATCH_ROUNDS };
    const claim = randomUUID();
    const own = [...this.#asking.keys(), ...this.#waiting];
    const states = await questions.renew(keys, claim, own, lasting);
    const ownKeys = new Set(own.map(({ key }) => key));
    for (const state of states) {
      const question = this.#questions.get(state.key);
      if (!question) {
        // Whoever watched has left meanwhile. Without this, nobody would ask it until the claim ends.
        if (state.claimed) await questions.giveUp({ key: state.key, claim });
        continue;
      }
      // What is asked now needs no older answer.
      if (state.claimed) this.#waiting.push({ key: state.key, claim, question, state });
      else if (state.digest !== null && question.precedes(state.version)) await this.#readAnswer(state.key);
      // What this instance asks itself it knows sooner.
      if (!state.claimed && !ownKeys.has(state.key)) question.heard(state);
    }
    this.#askNext();
  }

  /** One at a time, with a break after each: an answer may have megabytes. */
  async #readAnswer(key: string): Promise<void> {
    const answer = await this.dependencies.questions.answerTo(key);
    if (answer) this.#take(answer);
    await setImmediate();
  }

  #take({ key, version, refused, payload, asOf }: StoredAnswer): void {
    const question = this.#questions.get(key);
    if (!question?.precedes(version)) return;
    try {
      question.answered(version, refused ? toRefusal(payload) : toSnapshot(payload, asOf));
    } catch (error) {
      // Rows that the ERP must not give, such as one without an id.
      question.answered(version, erpUnavailable(error, { retryable: false }));
      this.dependencies.onFailed(error);
    }
  }

  #askNext(): void {
    while (this.#asking.size < AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      const asked = this.#ask(next)
        .catch(this.dependencies.onFailed)
        .finally(() => {
          this.#asking.delete(next);
          this.#askNext();
        });
      this.#asking.set(next, asked);
    }
  }

  async #ask(claimed: Claim): Promise<void> {
    const { inventory, questions, intervalMs, maxRows } = this.dependencies;
    const { question, state } = claimed;
    const { signal, release } = linkedSignal([this.#stopped.signal, question.left]);
    const started = performance.now();
    try {
      signal.throwIfAborted();
      const { asOf, refused, payload } = await askInventory(question.scope, question.filter, {
        ...{ inventory, maxRows, signal },
      });
      const digest = sha256(`${refused} ${payload}`);
      const isSame = digest === state.digest;
      const sameAnswers = isSame ? state.sameAnswers + 1 : 0;
      const nextMs = nextPollMs(intervalMs, { sameAnswers, tookMs: performance.now() - started });
      const answer = { refused, digest, payload: isSame ? null : payload, asOf, nextMs };
      const version = await questions.answer(claimed, answer);
      if (version !== null) this.#take({ key: question.key, version, refused, payload, asOf });
      question.heard({ asOf, stale: false });
    } catch (error) {
      if (signal.aborted) return await questions.giveUp(claimed);
      question.heard({ asOf: state.asOf, stale: true });
      await questions.giveUp(claimed, retryPollMs(intervalMs));
      throw error;
    } finally {
      release();
    }
  }
}
