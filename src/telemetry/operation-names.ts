const MAX_LEARNED = 200;
const MAX_LENGTH = 64;

/**
 * The operation names that are labels in metrics. Clients choose names freely, and each label is a time series that is
 * never removed. So a name that doesn't come with Portico becomes a label only after a signed-in user has run it, and
 * only up to MAX_LEARNED such names do.
 */
export class OperationNames {
  readonly #known: Set<string>;
  readonly #limit: number;

  constructor(builtIn: Iterable<string>) {
    this.#known = new Set(builtIn);
    this.#limit = this.#known.size + MAX_LEARNED;
  }

  /** The label for an operation name; null means that the document has none. */
  label(name: string | null): string {
    if (name === null) return 'anonymous';
    return this.#known.has(name) ? name : 'other';
  }

  /** Makes a name a label of its own from now on, unless it is too long or the limit is reached. */
  learn(name: string): void {
    if (name.length <= MAX_LENGTH && this.#known.size < this.#limit) this.#known.add(name);
  }
}
