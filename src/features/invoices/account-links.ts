import DataLoader from 'dataloader';
import type { Reading } from '../../erp/reading.js';
import type { Invoice } from './invoice.type.js';
import type { Payment } from './payment.type.js';

/** An invoice by what a customer and the ERP's payments call it. */
export interface InvoiceKey {
  customer: string;
  number: string;
}

/** An invoice's key as text. */
export const textOf = ({ customer, number }: InvoiceKey) => JSON.stringify([customer, number]);

type ReadLinked<T> = (keys: readonly InvoiceKey[], orStale: boolean) => Promise<Reading<T>[]>;

/**
 * What invoices have of payments, or payments of invoices, for one request: what is read for several at once is one query. It
 * is the ERP's last answer, if need be, only below a list that says how old it is.
 */
export class AccountLinks<From extends Invoice | Payment, T> {
  /** By identity: resolvers get the same objects, because these are instances of their types. */
  readonly #covered = new WeakSet<From>();
  readonly #now: DataLoader<InvoiceKey, Reading<T>, string>;
  readonly #orStale: DataLoader<InvoiceKey, Reading<T>, string>;

  constructor(
    private readonly keyOf: (from: From) => InvoiceKey | null,
    read: ReadLinked<T>,
  ) {
    const options = { cacheKeyFn: textOf };
    this.#now = new DataLoader((keys) => read(keys, false), options);
    this.#orStale = new DataLoader((keys) => read(keys, true), options);
  }

  /** What one has; null if it has no key. */
  async of(from: From): Promise<T | null> {
    return (await this.#load(from))?.value ?? null;
  }

  /** Notes that what these have may be old, because the list that they are in says it: by what the result reads. */
  cover(list: readonly From[]): () => Promise<Reading<unknown>[]> {
    for (const one of list) this.#covered.add(one);
    return async () => {
      // What fails is reported where it is shown.
      const read = await Promise.all(list.map((one) => this.#load(one).catch(() => null)));
      return read.filter((reading) => reading !== null);
    };
  }

  async #load(from: From): Promise<Reading<T> | null> {
    const key = this.keyOf(from);
    return key && (this.#covered.has(from) ? this.#orStale : this.#now).load(key);
  }
}
