import type { QuoteStatus } from '../../schema/operations.generated.js';

/** How an act ends: with the code of its refusal, or null. */
export type Ending = string | null;

interface ModelledQuote {
  status: QuoteStatus;
  /** YYYY-MM-DD. */
  validUntil: string;
  points: number;
}

/** An entry of a ledger, as far as it is modelled. */
export interface ModelledEntry {
  kind: string;
  points: number;
  balance: number;
  /** The place of its quote among those of the customer. */
  quote: number | null;
}

/**
 * What must become of the points of a customer, kept in another way than the portal does: gains with their last days, and a
 * sum of all that was used. Each method is a transaction, as the documentation tells of it.
 */
export class RewardModel {
  readonly entries: ModelledEntry[] = [];
  balance = 0;
  #used = 0;
  #gained: readonly { points: number; on: string }[] = [];

  constructor(
    private readonly quotes: readonly ModelledQuote[],
    private readonly today: string,
  ) {}

  clone(): RewardModel {
    const quotes = this.quotes.map((quote) => ({ ...quote }));
    const clone = new RewardModel(quotes, this.today);
    clone.entries.push(...this.entries);
    clone.balance = this.balance;
    clone.#used = this.#used;
    clone.#gained = this.#gained;
    return clone;
  }

  /** What can be seen of it from outside. */
  get state() {
    const quotes = this.quotes.map(({ status, points }) => ({ status, rewardPoints: points }));
    return { balance: this.balance, entries: this.entries, quotes };
  }

  gain(kind: 'EARNED' | 'ADJUSTED', points: number, on: string): Ending {
    this.#gained = [...this.#gained, { points, on }];
    this.#append(kind, points);
    return null;
  }

  adjust(points: number, on: string): Ending {
    if (points === 0 || this.balance + points < 0) return 'BAD_USER_INPUT';
    if (points > 0) return this.gain('ADJUSTED', points, on);
    this.#use('ADJUSTED', -points);
    return null;
  }

  redeem(which: number, points: number): Ending {
    const quote = this.#quote(which);
    if (quote.status !== 'QUOTED') return 'CONFLICT';
    if (points > this.balance - this.#dueOn(this.today)) return 'BAD_USER_INPUT';
    this.expirePoints(this.today);
    this.#use('REDEEMED', points, which);
    quote.points += points;
    return null;
  }

  takeBack(which: number): Ending {
    if (this.#quote(which).status !== 'QUOTED') return 'CONFLICT';
    this.#return(which);
    return null;
  }

  /** An approved quote keeps its points. */
  decide(which: number, status: 'APPROVED' | 'REJECTED'): Ending {
    const quote = this.#quote(which);
    if (quote.status !== 'QUOTED') return 'CONFLICT';
    quote.status = status;
    if (status === 'REJECTED') this.#return(which);
    return null;
  }

  expireQuotes(day: string): Ending {
    for (const [which, quote] of this.quotes.entries()) {
      if (quote.status !== 'QUOTED' || quote.validUntil >= day) continue;
      quote.status = 'EXPIRED';
      this.#return(which);
    }
    return null;
  }

  expirePoints(day: string): Ending {
    const due = this.#dueOn(day);
    if (due > 0) this.#use('EXPIRED', due);
    return null;
  }

  #dueOn(day: string): number {
    const passed = this.#gained.filter(({ on }) => on < day).reduce((sum, { points }) => sum + points, 0);
    return Math.max(0, passed - this.#used);
  }

  #return(which: number): void {
    const quote = this.#quote(which);
    if (quote.points > 0) this.#use('RETURNED', -quote.points, which);
    quote.points = 0;
  }

  #use(kind: string, points: number, quote: number | null = null): void {
    this.#used += points;
    this.#append(kind, -points, quote);
  }

  #append(kind: string, points: number, quote: number | null = null): void {
    this.balance += points;
    this.entries.push({ kind, points, balance: this.balance, quote });
  }

  #quote(which: number): ModelledQuote {
    const quote = this.quotes[which];
    if (!quote) throw new Error(`there is no quote ${which}`);
    return quote;
  }
}
