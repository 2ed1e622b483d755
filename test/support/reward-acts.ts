import fc from 'fast-check';
import { addDays, dayIn } from '../../src/shared/day-in.js';
import { TIME_ZONE } from './quotes.js';
import type { Ending, RewardModel } from './reward-model.js';

const amount = fc.integer({ min: 1, max: 120 });
const which = fc.integer({ min: 0, max: 2 });
const kind = <Name extends string>(name: Name) => fc.constant(name);

const aGain = fc.record({ kind: kind('gain'), amount, days: fc.integer({ min: -1, max: 6 }) });
const anAct = fc.oneof(
  fc.record({ kind: kind('deliver'), amount }),
  fc.record({ kind: kind('adjust'), amount: fc.integer({ min: -120, max: 120 }) }),
  { weight: 3, arbitrary: fc.record({ kind: kind('redeem'), amount, which }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('return'), which }) },
  fc.record({ kind: kind('reject'), which }),
  fc.record({ kind: kind('approve'), which }),
  fc.record({ kind: kind('expire'), days: fc.integer({ min: 1, max: 8 }) }),
);

/** Something that happens to the points of a customer with three quotes. */
export type Act = Generated<typeof anAct> | Generated<typeof aGain>;
type Generated<Of> = Of extends fc.Arbitrary<infer One> ? One : never;

const aRace = fc
  .tuple(fc.array(anAct, { minLength: 2, maxLength: 4 }), fc.option(which))
  .map(([acts, same]) =>
    acts.map((act): Act => (same !== null && 'which' in act ? { ...act, which: same } : act)),
  );

/**
 * What happens at once, often to one quote. A gain of any last day is put into the ledger past the portal, and so happens
 * alone.
 */
export const someActs = fc.oneof(
  { weight: 3, arbitrary: aRace },
  { weight: 1, arbitrary: fc.oneof(aGain, anAct).map((act): Act[] => [act]) },
);

/** The day that it is for the portal. */
export const TODAY = dayIn(TIME_ZONE, new Date());
/** The last day of each quote. */
export const VALID_UNTIL = ['2999-12-31', '2999-12-31', addDays(TODAY, 3)];
const EXPIRING = 2;
const LATER = addDays(TODAY, 30);

/** When the job expires what is due. */
export const momentOf = ({ days }: { days: number }) => new Date(Date.now() + days * 24 * 3_600_000);

/** One transaction, done in the model. */
export type Transaction = (model: RewardModel) => Ending;

/** What an act may consist of beside others: transactions, one after the other. */
export function transactionsOf(act: Act, others: readonly Act[]): Transaction[][] {
  switch (act.kind) {
    case 'deliver': {
      const points = Math.floor(((act.amount * 100 + 99) * 3) / 200);
      return [[(model) => model.gain('EARNED', points, LATER)]];
    }
    case 'gain':
      return [[(model) => model.gain('ADJUSTED', act.amount, addDays(TODAY, act.days))]];
    case 'adjust':
      return [[(model) => model.adjust(act.amount, LATER)]];
    case 'redeem':
      return [[(model) => model.redeem(act.which, act.amount)]];
    case 'return':
      return [[(model) => model.takeBack(act.which)]];
    case 'reject':
      return [[(model) => model.decide(act.which, 'REJECTED')]];
    case 'approve':
      return [[(model) => model.decide(act.which, 'APPROVED')]];
    case 'expire': {
      const day = dayIn(TIME_ZONE, momentOf(act));
      const points: Transaction = (model) => model.expirePoints(day);
      const both = [(model: RewardModel) => model.expireQuotes(day), points];
      // The job leaves a quote that is being changed for the next hour.
      return others.some(changesExpiring) ? [both, [points]] : [both];
    }
  }
}

const changesExpiring = (act: Act) => act.kind === 'expire' || ('which' in act && act.which === EXPIRING);
