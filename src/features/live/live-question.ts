import { type ErpScope, scopeKey } from '../../shared/auth.js';
import type { PorticoError } from '../../shared/errors.js';
import { sha256 } from '../../shared/sha256.js';
import type { InventoryFilter } from '../inventory/inventory.args.js';
import type { Snapshot } from './snapshot.js';

/** Whether the ERP still gives the latest answer. */
interface Heard {
  /** When it last gave it; null before the first. */
  asOf: Date | null;
  /** Whether it was asked since, and did not answer. */
  stale: boolean;
}

/** A question about the inventory that somebody watches on this instance. */
export class LiveQuestion {
  readonly key: string;
  #latest: Snapshot | null = null;
  #refusal: PorticoError | null = null;
  #version: bigint | null = null;
  #stale = false;
  readonly #watchers = new Set<() => void>();
  readonly #left = new AbortController();

  constructor(
    readonly scope: ErpScope,
    readonly filter: InventoryFilter,
  ) {
    this.key = questionKey(scope, filter);
  }

  /** Fires once nobody watches it. */
  get left(): AbortSignal {
    return this.#left.signal;
  }

  /** The latest answer; null before the first. @throws BAD_USER_INPUT if the question can't be watched */
  get latest(): Snapshot | null {
    if (this.#refusal) throw this.#refusal;
    return this.#latest;
  }

  /** Whether the ERP was asked since it last gave the latest answer, and did not answer. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Whether an answer is newer than the latest. Versions grow. */
  precedes(version: string): boolean {
    return this.#version === null || this.#version < BigInt(version);
  }

  /** Calls this at each new answer. @returns stops it */
  onAnswer(call: () => void): () => void {
    this.#watchers.add(call);
    return () => {
      this.#watchers.delete(call);
      if (this.#watchers.size === 0) this.#left.abort();
    };
  }

  /** Takes a newer answer over: the rows, or why it can't be watched. */
  answered(version: string, answer: Snapshot | PorticoError): void {
    this.#version = BigInt(version);
    const isRefusal = answer instanceof Error;
    this.#refusal = isRefusal ? answer : null;
    if (!isRefusal) {
      this.#latest = answer;
      this.#stale = false;
    }
    this.#ring();
  }

  /** Takes over whether the ERP still gives the latest answer. */
  heard({ asOf, stale }: Heard): void {
    if (this.#latest && asOf) this.#latest = { ...this.#latest, asOf };
    if (this.#stale === stale) return;
    this.#stale = stale;
    this.#ring();
  }

  #ring(): void {
    for (const call of this.#watchers) call();
  }
}

/** The same for equal questions on every instance, in hexadecimal digits. */
const questionKey = (scope: ErpScope, filter: InventoryFilter): string =>
  sha256(JSON.stringify([scopeKey(scope), canonical(filter)]));

/** The same value for equal filters: without what isn't set, and in a fixed order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  return Object.entries(value)
    .filter(([, of]) => of !== null && of !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, of]) => [name, canonical(of)]);
}
