import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import {
  ApproveQuoteDocument,
  type QuoteStatus,
  RejectQuoteDocument,
} from '../../schema/operations.generated.js';
import { addDays } from '../../src/shared/day-in.js';
import { codesOf, store } from './quotes.js';
import { type Act, momentOf, TODAY, type Transaction, transactionsOf, VALID_UNTIL } from './reward-acts.js';
import { type Ending, RewardModel } from './reward-model.js';
import type { Rewards } from './rewards.js';

const QUOTES = '{ quotes { nodes { id status rewardPoints } } }';
interface QuotesAnswer {
  quotes: { nodes: { id: string; status: QuoteStatus; rewardPoints: number }[] };
}

/** Does what happens through GraphQL, and finds the same in the model. */
export class RewardWalk {
  #model: RewardModel;

  private constructor(
    private readonly rewards: Rewards,
    readonly customerId: string,
    private readonly quotes: readonly string[],
  ) {
    const modelled = VALID_UNTIL.map((validUntil) => ({ status: 'QUOTED' as const, validUntil, points: 0 }));
    this.#model = new RewardModel(modelled, TODAY);
  }

  /** Of a new customer. */
  static async start(rewards: Rewards): Promise<RewardWalk> {
    const id = await rewards.newCustomer();
    const quotes = VALID_UNTIL.map((validUntil) => ({ totalAmount: '900.00', validUntil }));
    return new RewardWalk(rewards, id, await store(rewards.app, id, quotes));
  }

  /** Does these at once. They must end as they do one after the other, in whatever order. */
  async atOnce(acts: readonly Act[]): Promise<void> {
    const endings = await Promise.all(acts.map((act) => this.#do(act).catch(String)));
    const seen = await this.#seen();
    assertSound(seen);
    const done = acts.map((act, index) => ({
      ways: transactionsOf(act, acts.toSpliced(index, 1)),
      ending: endings[index] ?? null,
    }));
    for (const model of serialOrders(this.#model, done)) {
      if (!isDeepStrictEqual(model.state, seen)) continue;
      this.#model = model;
      return;
    }
    const told = JSON.stringify({ acts, endings, before: this.#model.state, after: seen }, null, 1);
    throw new Error(`what was done at once doesn't end as in any order one after the other: ${told}`);
  }

  async #do(act: Act): Promise<Ending> {
    const { rewards, customerId } = this;
    switch (act.kind) {
      case 'deliver':
        await rewards.deliver(customerId, `${act.amount}.99`);
        return null;
      case 'gain':
        await rewards.gain(customerId, act.amount, addDays(TODAY, act.days));
        return null;
      case 'expire':
        await rewards.app.expireQuotes(momentOf(act));
        return null;
      default:
        return codesOf(await this.#ask(act))[0] ?? null;
    }
  }

  #ask(act: Exclude<Act, { kind: 'deliver' | 'gain' | 'expire' }>) {
    const { rewards, customerId } = this;
    if (act.kind === 'adjust') return rewards.adjust(customerId, act.amount);
    const id = this.quotes[act.which] ?? '';
    switch (act.kind) {
      case 'redeem':
        return rewards.redeem(id, act.amount);
      case 'return':
        return rewards.takeBack(id);
      case 'reject':
        return rewards.app.ask(RejectQuoteDocument, { id }, 'customer1');
      case 'approve':
        return rewards.app.ask(ApproveQuoteDocument, { id }, 'customer1');
    }
  }

  /** What the customer sees, the ledger from its beginning. */
  async #seen(): Promise<RewardModel['state']> {
    const { balance, entries } = await this.rewards.must({ first: 500 });
    const { data } = await this.rewards.app.ask<QuotesAnswer, object>(QUOTES, {}, 'customer1');
    const byId = new Map(data?.quotes.nodes.map(({ id, ...quote }) => [id, quote]));
    return {
      balance,
      entries: entries.nodes.toReversed().map(({ quote, ...entry }) => ({
        ...{ kind: entry.kind, points: entry.points, balance: entry.balance },
        quote: quote ? this.quotes.indexOf(quote.id) : null,
      })),
      quotes: this.quotes.map((id) => {
        const quote = byId.get(id);
        if (!quote) throw new Error(`no quote ${id}`);
        return quote;
      }),
    };
  }
}

/** What holds in whatever order: no point is spent twice, and what is on a quote is what the ledger says. */
function assertSound({ balance, entries, quotes }: RewardModel['state']): void {
  let sum = 0;
  for (const entry of entries) {
    sum += entry.points;
    expect(entry.balance).toBe(sum);
    expect(sum).toBeGreaterThanOrEqual(0);
  }
  expect(balance).toBe(sum);
  const used = quotes.map((_, index) =>
    entries.filter(({ quote }) => quote === index).reduce((total, { points }) => total - points, 0),
  );
  expect(quotes.map(({ rewardPoints }) => rewardPoints)).toEqual(used);
}

interface Done {
  /** The transactions it may have consisted of. */
  ways: Transaction[][];
  ending: Ending;
}

/** What may have become of a model where each of these ended as it did, in every order of their transactions. */
function* serialOrders(model: RewardModel, done: readonly Done[]): Generator<RewardModel> {
  if (done.every(({ ways }) => ways.some((way) => way.length === 0))) yield model;
  for (const [index, { ways, ending }] of done.entries()) {
    for (const [first, ...rest] of ways) {
      const next = model.clone();
      if (first?.(next) !== ending) continue;
      yield* serialOrders(next, done.with(index, { ways: [rest], ending }));
    }
  }
}
