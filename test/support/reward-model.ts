import fc from 'fast-check';
import { expect } from 'vitest';
import { RejectQuoteDocument } from '../../schema/operations.generated.js';
import { addDays, dayIn } from '../../src/shared/day-in.js';
import { TIME_ZONE } from './quotes.js';
import type { Rewards } from './rewards.js';

const amount = fc.integer({ min: 1, max: 120 });
const which = fc.integer({ min: 0, max: 2 });
const kind = <Name extends string>(name: Name) => fc.constant(name);

/** Something that happens to the points of a customer with three quotes. */
export const anAct = fc.oneof(
  fc.record({ kind: kind('deliver'), amount }),
  fc.record({ kind: kind('gain'), amount, days: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ kind: kind('adjust'), amount: fc.integer({ min: -120, max: 120 }) }),
  fc.record({ kind: kind('redeem'), amount, which }),
  fc.record({ kind: kind('race'), amount }),
  fc.record({ kind: kind('return'), which }),
  fc.record({ kind: kind('reject'), which }),
  fc.record({ kind: kind('expire'), days: fc.integer({ min: 1, max: 8 }) }),
);
type Act = typeof anAct extends fc.Arbitrary<infer One> ? One : never;

/** Two redemptions of one quote at once, and one of each other. */
const RACE = [0, 0, 1, 2];

/** What a ledger must lead to, kept in another way: gains with their last days, and a sum of all that was used. */
class RewardModel {
  balance = 0;
  readonly onQuotes = [0, 0, 0];
  readonly open = [true, true, true];
  #used = 0;
  readonly #gained: { points: number; on: string }[] = [];

  gain(points: number, on: string): void {
    this.balance += points;
    this.#gained.push({ points, on });
  }

  use(points: number): void {
    this.balance -= points;
    this.#used += points;
  }

  expire(day: string): void {
    const passed = this.#gained.filter(({ on }) => on < day).reduce((sum, { points }) => sum + points, 0);
    this.use(Math.max(0, passed - this.#used));
  }

  redeem(which: number, points: number): boolean {
    const takes = this.open[which] === true && points <= this.balance;
    if (takes) this.use(points);
    if (takes) this.onQuotes[which] = (this.onQuotes[which] ?? 0) + points;
    return takes;
  }

  return(which: number): void {
    this.use(-(this.onQuotes[which] ?? 0));
    this.onQuotes[which] = 0;
  }
}

const today = dayIn(TIME_ZONE, new Date());
const succeeded = ({ errors }: { errors: unknown[] }) => errors.length === 0;

/** Does what happens through GraphQL, and in the model. */
export class RewardWalk {
  readonly model = new RewardModel();

  constructor(
    private readonly rewards: Rewards,
    private readonly customerId: string,
    private readonly quotes: readonly string[],
  ) {}

  async perform(act: Act): Promise<void> {
    switch (act.kind) {
      case 'deliver':
      case 'gain':
        return this.#gain(act);
      case 'adjust':
        return this.#adjust(act.amount);
      case 'redeem':
        return this.#redeem(act.which, act.amount);
      case 'race':
        return this.#race(act.amount);
      case 'return':
        expect(succeeded(await this.rewards.takeBack(this.#quote(act.which)))).toBe(
          this.model.open[act.which],
        );
        if (this.model.open[act.which]) this.model.return(act.which);
        return;
      case 'reject':
        return this.#reject(act.which);
      case 'expire': {
        const at = new Date(Date.now() + act.days * 24 * 3_600_000);
        await this.rewards.app.expireQuotes(at);
        this.model.expire(dayIn(TIME_ZONE, at));
      }
    }
  }

  async #gain(act: { amount: number; days?: number }): Promise<void> {
    if (act.days !== undefined) {
      const on = addDays(today, act.days);
      await this.rewards.gain(this.customerId, act.amount, on);
      return this.model.gain(act.amount, on);
    }
    await this.rewards.deliver(this.customerId, `${act.amount}.99`);
    this.model.gain(Math.floor(((act.amount * 100 + 99) * 3) / 200), addDays(today, 30));
  }

  async #adjust(points: number): Promise<void> {
    const takes = points !== 0 && this.model.balance + points >= 0;
    expect(succeeded(await this.rewards.adjust(this.customerId, points))).toBe(takes);
    if (takes && points > 0) this.model.gain(points, addDays(today, 30));
    if (takes && points < 0) this.model.use(-points);
  }

  async #redeem(which: number, points: number): Promise<void> {
    const answer = await this.rewards.redeem(this.#quote(which), points);
    expect(succeeded(answer)).toBe(this.model.redeem(which, points));
  }

  /** Which of equal redemptions come first doesn't matter, but how many. */
  async #race(points: number): Promise<void> {
    const { model } = this;
    const answers = await Promise.all(RACE.map((which) => this.rewards.redeem(this.#quote(which), points)));
    const open = RACE.filter((which) => model.open[which]).length;
    const won = RACE.filter((_which, index) => succeeded(answers[index] ?? { errors: [null] }));
    expect(won).toHaveLength(Math.min(open, Math.floor(model.balance / points)));
    for (const which of won) expect(model.redeem(which, points)).toBe(true);
  }

  async #reject(which: number): Promise<void> {
    const { rewards, model } = this;
    const id = this.#quote(which);
    const answer = await rewards.app.ask(RejectQuoteDocument, { id }, 'customer1');
    expect(succeeded(answer)).toBe(model.open[which]);
    model.open[which] = false;
    model.return(which);
  }

  #quote(which: number): string {
    return this.quotes[which] ?? '';
  }
}
