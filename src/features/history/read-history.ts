import { PorticoError } from '../../shared/errors.js';
import type { AccountSelection, DatedAccount, DatedAccounts, DatedPage } from '../invoices/dated-accounts.js';
import type { HistoryStore, LocalSelection } from './history.store.js';
import { type PlacedEntry, toInvoiceEntry, toLocalEntry, toPaymentEntry } from './history-entry.js';
import type { ErpHistoryKind } from './history-kind.js';
import {
  comparePlaces,
  type DayStarts,
  erpStart,
  localStart,
  type Place,
  type WalkPosition,
} from './history-place.js';

/** Which entries of which sources. */
export interface HistorySelection {
  local: LocalSelection;
  erp: AccountSelection;
  erpKinds: readonly ErpHistoryKind[];
}

/** What a history is read from. */
export interface HistoryParts {
  store: HistoryStore;
  /** Within the scope of the history. */
  accounts: DatedAccounts;
  days: DayStarts;
}

/** How old an answer of the ERP is. */
export interface Age {
  asOf: Date;
  stale: boolean;
}

/** What was read, and from where not. */
export interface HistoryAnswer<T> {
  value: T;
  /** Of the ERP's answers in it. */
  ages: Age[];
  missing: ErpHistoryKind[];
}

/**
 * The newest entries of all sources after a place, up to one more than the limit. Each source is read up to the limit and
 * in one query, so a page deep in a history costs what the first one costs. A source that a walk goes without is left out
 * until its end, because its entries would come in the wrong place.
 */
export async function readHistory(
  parts: HistoryParts,
  selection: HistorySelection,
  { limit, after }: { limit: number; after: WalkPosition | null },
): Promise<HistoryAnswer<PlacedEntry[]>> {
  const { store, accounts, days } = parts;
  const place = after?.place ?? null;
  const page = { limit, place, days, missing: after?.missing ?? [] };
  const [local, payments, invoices] = await Promise.all([
    store.page(selection.local, { limit, start: localStart(place) }),
    readErp(selection, { ...page, kind: 'PAYMENT', read: (of, start) => accounts.payments(of, start) }),
    readErp(selection, { ...page, kind: 'INVOICE', read: (of, start) => accounts.invoices(of, start) }),
  ]);
  const entries = [
    ...local.map(toLocalEntry),
    ...payments.value.map((row) => toPaymentEntry(row, days)),
    ...invoices.value.map((row) => toInvoiceEntry(row, days)),
  ].sort((a, b) => comparePlaces(a.place, b.place));
  return {
    value: entries.slice(0, limit + 1),
    ages: [...invoices.ages, ...payments.ages],
    missing: [...invoices.missing, ...payments.missing],
  };
}

/** How many entries all sources have but those that are missing. */
export async function countHistory(
  { store, accounts }: HistoryParts,
  { local, erp, erpKinds }: HistorySelection,
  missing: readonly ErpHistoryKind[],
): Promise<HistoryAnswer<number>> {
  const count = (kind: ErpHistoryKind) =>
    kind === 'INVOICE' ? accounts.countInvoices(erp) : accounts.countPayments(erp);
  const asked = erpKinds.filter((kind) => !missing.includes(kind));
  const [own, ...counts] = await Promise.all([
    store.count(local),
    ...asked.map((kind) => orMissing(kind, () => count(kind))),
  ]);
  const known = counts.flatMap(({ value }) => value ?? []);
  return {
    value: known.reduce((sum, { value }) => sum + value, own),
    ages: known.map(({ asOf, stale }) => ({ asOf, stale })),
    missing: counts.flatMap((one) => one.missing),
  };
}

interface ErpRead<Node> {
  kind: ErpHistoryKind;
  limit: number;
  place: Place | null;
  days: DayStarts;
  /** What the walk goes without. */
  missing: readonly ErpHistoryKind[];
  read: (of: AccountSelection, start: StartOfRead) => Promise<DatedPage<Node> | null>;
}
type StartOfRead = Parameters<DatedAccounts['invoices']>[1];

async function readErp<Node>(
  { erp, erpKinds }: HistorySelection,
  { kind, limit, place, days, missing, read }: ErpRead<Node>,
): Promise<HistoryAnswer<DatedAccount<Node>[]>> {
  const start = erpStart(kind, place, days.timeZone);
  if (!erpKinds.includes(kind) || start === null) return { value: [], ages: [], missing: [] };
  if (missing.includes(kind)) return { value: [], ages: [], missing: [kind] };
  const to = [erp.to, start.to].filter((day) => day !== null).sort()[0] ?? null;
  const answer = await orMissing(kind, () => read({ ...erp, to }, { limit, after: start.after }));
  const { value: page } = answer;
  return {
    value: page?.rows ?? [],
    ages: page ? [{ asOf: page.asOf, stale: page.stale }] : [],
    missing: answer.missing,
  };
}

/** Null, and the kind is missing, if the ERP doesn't answer. */
async function orMissing<T>(
  kind: ErpHistoryKind,
  read: () => Promise<T>,
): Promise<{ value: T | null; missing: ErpHistoryKind[] }> {
  try {
    return { value: await read(), missing: [] };
  } catch (error) {
    if (!(error instanceof PorticoError) || error.code !== 'ERP_UNAVAILABLE') throw error;
    return { value: null, missing: [kind] };
  }
}
