import type { Tx } from '../../../db/in-transaction.js';
import { dayIn } from '../../../shared/day-in.js';
import { conflict, notFound, type PorticoError, staleVersion } from '../../../shared/errors.js';
import { type AuditAction, changesBetween, fact } from '../../audit/audit-event.js';
import type { Acting } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { freightScopeOf } from '../freight-scope.js';
import { returnPoints } from '../rewards/return-points.js';
import { auditedFields, quoteTarget } from './quote.audit.js';
import type { QuoteRecord } from './quote.entity.js';
import { isPossible, QUOTE_RULES, type QuoteAction, type QuoteStatus, statusOn } from './quote-rules.js';

/** A step of a quote to another status. */
export interface QuoteMove {
  id: string;
  /** Where the id stands in the input. */
  path: string;
  /** The one that the caller saw, if they say so. */
  version?: number | null;
  action: Exclude<QuoteAction, 'BOOK'>;
  to: QuoteStatus;
  /** What changes besides the status. */
  fields?: Partial<Pick<QuoteRecord, 'totalAmount' | 'validUntil'>>;
  note?: string | null;
  audited: AuditAction;
}

/**
 * Moves a quote to another status, with its event and its audit entry.
 *
 * @throws NOT_FOUND if the viewer sees no quote with this id; CONFLICT naming the current status, if the action can't be
 * done in it, or if it is another version by now
 */
export async function moveQuote(
  tx: Tx,
  dependencies: FreightDependencies,
  { id, path, version = null, action, to, fields = {}, note = null, audited }: QuoteMove,
  { viewer, origin }: Acting,
): Promise<QuoteRecord> {
  const { quotes, audit, settings, now } = dependencies;
  const quote = await quotes.lock(tx, freightScopeOf(viewer), id);
  if (!quote) throw quoteNotFound(path, id);
  const at = now();
  const from = statusOn(dayIn(settings.timeZone, at), quote);
  if (!isPossible(action, from))
    throw wrongQuoteStatus(path, quote.reference, from, QUOTE_RULES[action].from);
  if (version !== null && version !== quote.version)
    throw staleVersion('quote', { found: version, current: quote.version, path: 'version' });
  const before = auditedFields(quote);
  const saved = await quotes.save(tx, Object.assign(quote, fields, { status: to }));
  await quotes.addEvent(tx, { quoteId: id, from, to, byId: origin.actorId, note, at });
  const changes = changesBetween(before, auditedFields(saved));
  await audit.append(tx, origin, {
    action: audited,
    target: quoteTarget(saved),
    changes: note === null ? changes : [...changes, fact('note', note)],
  });
  if (to === 'REJECTED') await returnPoints(tx, dependencies, origin, [id]);
  return saved;
}

/** The NOT_FOUND error for the id of a quote: the same for one that nobody has and one that the viewer may not see. */
export function quoteNotFound(path: string, id: string): PorticoError {
  const message = `found "${id}", which no quote has`;
  return notFound({ path, message, reason: 'UNKNOWN' });
}

/** The error for a quote in a status that doesn't allow it. @param wanted which statuses do */
export function wrongQuoteStatus(
  path: string,
  reference: string,
  status: QuoteStatus,
  wanted: readonly QuoteStatus[],
): PorticoError {
  const message = `found ${reference}, which is ${status}; wanted one that is ${wanted.join(' or ')}`;
  return conflict({ path, message, reason: 'WRONG_STATUS', params: { of: 'QUOTE', status, wanted } });
}
