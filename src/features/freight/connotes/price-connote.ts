import { inTransaction } from '../../../db/in-transaction.js';
import { conflict } from '../../../shared/errors.js';
import { FieldProblems } from '../../../shared/field-problems.js';
import { changesBetween } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { readAmount } from '../shipment/amount.js';
import { timesOfAct } from './act-time.js';
import { assertTakesEvent } from './assert-takes-event.js';
import { auditedState, connoteTarget } from './connote.audit.js';
import type { ConnoteRecord } from './connote.entity.js';
import { mailNews } from './connote-mails.js';
import type { ConnoteStatus } from './connote-transitions.js';
import type { PriceConnoteInput } from './edit-connotes.args.js';
import { assertVersion, lockUnchangedConnote, wrongStatus } from './lock-connote.js';

const PATH = 'input.id';
/** Whoever confirms a connote confirms its price. */
const NOT_CONFIRMED: readonly ConnoteStatus[] = ['DRAFT', 'PENDING'];

/**
 * Sets the price of a connote that was booked without a quote. The price may change until the connote is confirmed. The
 * same price again changes nothing.
 *
 * @throws BAD_USER_INPUT; NOT_FOUND; CONFLICT if the version is outdated, the price is that of a quote, the connote is
 * confirmed or cancelled, or its price was changed too often
 */
export async function priceConnote(
  dependencies: FreightDependencies,
  { viewer, origin }: Acting,
  { id, version = null, totalAmount: entry }: PriceConnoteInput,
): Promise<ConnoteRecord> {
  const { dataSource, connotes, audit } = dependencies;
  const problems = new FieldProblems();
  const totalAmount = readAmount(entry, 'input.totalAmount', problems);
  problems.assertNone();
  return inTransaction(dataSource, async (tx) => {
    const connote = await lockUnchangedConnote(tx, connotes, viewer, { id, path: PATH });
    assertVersion(connote, { version, path: 'input.version' });
    assertMayBePriced(connote);
    const before = auditedState(connote);
    const changes = changesBetween(before, { ...before, totalAmount });
    if (changes.length === 0) return connote;
    await assertTakesEvent(tx, connotes, connote, { kind: 'PRICE', path: PATH });
    const times = await timesOfAct(tx, dependencies, connote, { at: null, path: PATH });
    const saved = await connotes.save(tx, Object.assign(connote, { totalAmount }));
    const { status } = saved;
    await connotes.addEvent(tx, {
      ...{ connoteId: id, kind: 'PRICE', from: status, to: status },
      ...{ byId: viewer.userId, note: null, ...times },
    });
    await audit.append(tx, origin, { action: 'CONNOTE_PRICED', target: connoteTarget(saved), changes });
    await mailNews(tx, dependencies, saved, { news: 'PRICED' });
    return saved;
  });
}

function assertMayBePriced(connote: ConnoteRecord): void {
  if (!NOT_CONFIRMED.includes(connote.status)) throw wrongStatus(PATH, connote, NOT_CONFIRMED);
  if (connote.quoteId !== null) {
    const message = `found ${connote.number}, whose price is that of its quote; wanted a connote that was booked without one`;
    throw conflict({ path: PATH, message, reason: 'NOT_ALLOWED' });
  }
}
