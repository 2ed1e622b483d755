import type { Tx } from '../../../db/in-transaction.js';
import { addDays, dayIn } from '../../../shared/day-in.js';
import { fact } from '../../audit/audit-event.js';
import { ConnoteRecord } from '../connotes/connote.entity.js';
import { newTrackingToken } from '../connotes/connote.store.js';
import { QuoteRecord } from '../quotes/quote.entity.js';
import { earnRewards } from '../rewards/earn-rewards.js';
import { openLedger } from '../rewards/ledger.js';
import {
  connotePath,
  DEMO_VALID_DAYS,
  type DemoConnote,
  type DemoQuote,
  demoAddress,
  quotePath,
} from './demo-freight.js';
import type { DemoFreightDependencies, DemoPeople } from './demo-freight-dependencies.js';

const HOUR_MS = 3_600_000;
/** The time between two steps. */
const STEP_MS = 7 * HOUR_MS;

/** Adds a connote of the demo with its history. */
export async function insertDemoConnote(
  tx: Tx,
  dependencies: DemoFreightDependencies,
  demo: DemoConnote,
  people: DemoPeople,
): Promise<void> {
  const { connotes, audit, settings, now, origin } = dependencies;
  const path = connotePath(demo.status);
  const times = timesOf(path, now());
  const hasDriver = path.includes('ALLOCATED');
  const connote = await tx.save(
    ConnoteRecord,
    tx.create(ConnoteRecord, {
      ...goodsOf(demo),
      ...{
        number: demo.number,
        status: demo.status,
        totalAmount: demo.totalAmount,
        currency: settings.currency,
      },
      ...{ pickup: demoAddress(demo.from), delivery: demoAddress(demo.to) },
      customerId: people.customerId,
      driverId: hasDriver ? people.driverId : null,
      estimatedDeliveryOn: hasDriver ? addDays(dayIn(settings.timeZone, now()), 2) : null,
      deliveredAt: demo.status === 'DELIVERED' ? (times.at(-1) ?? null) : null,
      trackingToken: newTrackingToken(),
      createdAt: times[0],
    }),
  );
  for (const [index, to] of path.entries()) {
    await connotes.addEvent(tx, {
      ...{ connoteId: connote.id, kind: 'STATUS', from: path[index - 1] ?? null, to },
      ...{ byId: actorOf(to, people), note: null, at: times[index] ?? now() },
    });
  }
  if (connote.deliveredAt !== null) await insertDelivery(tx, dependencies, connote, connote.deliveredAt);
  const target = { type: 'CONNOTE', id: connote.id, label: connote.number } as const;
  const changes = [fact('status', demo.status), fact('demo', true)];
  await audit.append(tx, origin, { action: 'CONNOTE_BOOKED', target, changes });
}

/** The proof of its delivery, and the points that it earns: the first time, because a ledger outlives the demo. */
async function insertDelivery(
  tx: Tx,
  dependencies: DemoFreightDependencies,
  connote: ConnoteRecord,
  at: Date,
): Promise<void> {
  const { proofs, origin } = dependencies;
  const { id: connoteId, driverId } = connote;
  if (driverId === null) throw new Error('a delivered connote has no driver');
  await proofs.insert(tx, {
    ...{ connoteId, at, byId: driverId },
    ...{ receivedBy: 'Robin Taylor', note: 'Left at dock 2.', signatureKey: null },
  });
  const { ordinal } = await openLedger(tx, dependencies, connote.customerId);
  if (ordinal === 0) await earnRewards(tx, dependencies, origin, connote);
}

/** Adds a quote of the demo with its history. */
export async function insertDemoQuote(
  tx: Tx,
  { quotes, audit, settings, now, origin }: DemoFreightDependencies,
  demo: DemoQuote,
  people: DemoPeople,
): Promise<void> {
  const path = quotePath(demo.status);
  const times = timesOf(path, now());
  const today = dayIn(settings.timeZone, now());
  const quote = await tx.save(
    QuoteRecord,
    tx.create(QuoteRecord, {
      ...goodsOf(demo),
      ...{
        reference: demo.reference,
        status: demo.status,
        totalAmount: demo.totalAmount,
        currency: settings.currency,
      },
      ...{ origin: demoAddress(demo.from), destination: demoAddress(demo.to) },
      customerId: people.customerId,
      validUntil: validUntilOf(demo, today),
      createdAt: times[0],
    }),
  );
  for (const [index, to] of path.entries()) {
    await quotes.addEvent(tx, {
      ...{ quoteId: quote.id, from: path[index - 1] ?? null, to },
      ...{ byId: actorOf(to, people), note: null, at: times[index] ?? now() },
    });
  }
  const target = { type: 'QUOTE', id: quote.id, label: quote.reference } as const;
  const changes = [fact('status', demo.status), fact('demo', true)];
  await audit.append(tx, origin, { action: 'QUOTE_REQUESTED', target, changes });
}

function validUntilOf({ status }: DemoQuote, today: string): string | null {
  if (status === 'PENDING') return null;
  return addDays(today, status === 'EXPIRED' ? -1 : DEMO_VALID_DAYS);
}

const goodsOf = ({ service, weightKg }: DemoConnote | DemoQuote) => ({
  ...{ service, items: [], weightKg, cubicWeightKg: null, chargeableWeightKg: weightKg },
});

/** When each step of a path happened: the last one just now. */
const timesOf = (path: readonly string[], now: Date) =>
  path.map((_status, index) => new Date(now.getTime() - (path.length - 1 - index) * STEP_MS));

function actorOf(status: string, { bookerId, driverId, staffId }: DemoPeople): string | null {
  if (status === 'EXPIRED') return null;
  if (status === 'IN_TRANSIT' || status === 'DELIVERED') return driverId;
  return ['CONFIRMED', 'ALLOCATED', 'QUOTED'].includes(status) ? staffId : bookerId;
}
