import { randomUUID } from 'node:crypto';
import type { ErpScope } from '../../shared/auth.js';
import { badUserInput, PorticoError } from '../../shared/errors.js';
import { tooMany } from '../../shared/refusal-reasons.js';
import { sha256 } from '../../shared/sha256.js';
import type { InventoryFilter } from '../inventory/inventory.args.js';
import { totalOrder } from '../inventory/inventory.order.js';
import type { InventoryStore } from '../inventory/inventory.store.js';
import { LiveQuestion } from './live-question.js';
import type { LiveQuestionStore, QuestionState, StoredAnswer } from './live-question.store.js';
import { nextPollMs, retryPollMs } from './poll-interval.js';
import { serialize, toSnapshot } from './snapshot.js';

/** How many questions one instance puts to the ERP at a time, so that pages don't wait for them. */
const AT_ONCE = 2;
/** How many rounds a claim and the interest in a question outlive the instance that had them. */
const CLAIM_ROUNDS = 3;
const WATCH_ROUNDS = 12;

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

/** The questions that are watched on this instance. */
export class LiveInventory {
  readonly #claimant = randomUUID();
  readonly #questions = new Map<string, LiveQuestion>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();
  /** Whether the table may have questions. Until it has none, there are rounds that forget those that nobody watches. */
  #anyStored = false;
  #waiting: { question: LiveQuestion; state: QuestionState }[] = [];

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
      if (!question.watched && this.#questions.get(question.key) === question) {
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

  /** Cancels what is being asked. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#waiting = [];
    await Promise.allSettled(this.#asking.values());
  }

  async #look(keys: readonly string[]): Promise<void> {
    const { questions, roundMs } = this.dependencies;
    const asking = [...this.#asking.keys(), ...this.#waiting.map(({ question }) => question.key)];
    const lasting = { claimMs: roundMs * CLAIM_ROUNDS, watchMs: roundMs * WATCH_ROUNDS };
    const states = await questions.renew(keys, asking, this.#claimant, lasting);
    for (const state of states) {
      const question = this.#questions.get(state.key);
      if (question && state.claimed) this.#waiting.push({ question, state });
    }
    this.#askNext();
    const news = states.filter(({ key, version }) => this.#questions.get(key)?.version !== version);
    for (const answer of await questions.answers(news.map(({ key }) => key))) this.#take(answer);
  }

  #take({ key, version, payload, asOf }: StoredAnswer): void {
    const question = this.#questions.get(key);
    if (!question || question.version === version) return;
    if (payload !== null) question.answered(toSnapshot(payload, version, asOf));
    else question.refused(tooManyRows(this.dependencies.maxRows));
  }

  #askNext(): void {
    while (this.#asking.size < AT_ONCE) {
      const next = this.#waiting.shift();
      if (!next) return;
      const { key } = next.question;
      const asked = this.#ask(next.question, next.state)
        .catch(this.dependencies.onFailed)
        .finally(() => {
          this.#asking.delete(key);
          this.#askNext();
        });
      this.#asking.set(key, asked);
    }
  }

  async #ask(question: LiveQuestion, state: QuestionState): Promise<void> {
    const { questions, intervalMs } = this.dependencies;
    const { key } = question;
    const started = performance.now();
    try {
      const { asOf, payload } = await this.#read(question);
      const digest = payload === null ? TOO_MANY : sha256(payload);
      const nextMs = nextPollMs(intervalMs, { ...state, tookMs: performance.now() - started });
      const news = digest === state.digest ? null : payload;
      const version = await questions.answer(key, this.#claimant, { digest, payload: news, asOf, nextMs });
      if (version !== null) this.#take({ key, version, payload, asOf });
    } catch (error) {
      await questions.postpone(key, this.#claimant, retryPollMs(intervalMs));
      if (error instanceof PorticoError && error.code === 'BAD_USER_INPUT') question.refused(error);
      else throw error;
    }
  }

  /** All rows as text; null if there are too many. */
  async #read({ scope, filter }: LiveQuestion): Promise<{ asOf: Date; payload: string | null }> {
    const { inventory, maxRows } = this.dependencies;
    const terms = totalOrder([{ column: 'row_id', direction: 'ASC' }], scope);
    const { value, asOf } = await inventory.page(
      scope,
      filter,
      { terms, limit: maxRows, backwards: false, after: null, before: null },
      { signal: this.#stopped.signal, orStale: false },
    );
    return { asOf, payload: value.length > maxRows ? null : serialize(value) };
  }
}

const TOO_MANY = 'too many rows';

const tooManyRows = (max: number) =>
  badUserInput({
    path: 'filter',
    message: `found more than ${max} rows; wanted a filter that fewer meet`,
    ...tooMany(max),
  });
