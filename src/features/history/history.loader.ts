import { readPage } from '../../shared/connection.js';
import type { CursorCodec } from '../../shared/cursor.js';
import { switchedOff } from '../../shared/errors.js';
import { DatedAccounts } from '../invoices/dated-accounts.js';
import type { InvoiceSources } from '../invoices/invoice.loader.js';
import type { HistoryArgs, HistoryFilter } from './history.args.js';
import type { HistoryStore } from './history.store.js';
import { HistoryConnection } from './history.type.js';
import type { PlacedEntry } from './history-entry.js';
import { type ErpHistoryKind, HISTORY_KINDS, type HistoryKind } from './history-kind.js';
import { DayStarts, fromPosition, toPosition } from './history-place.js';
import { type HistoryScope, historyBinding, historyScopeOf, type ScopeSources } from './history-scope.js';
import {
  type Age,
  countHistory,
  type HistoryAnswer,
  type HistoryParts,
  type HistorySelection,
  readHistory,
} from './read-history.js';

/** What the loader reads from. */
export interface HistorySources {
  /** Null if the portal shows none: then everything is refused. */
  store: HistoryStore | null;
  /** Of days in filters, and of the days of the ERP. */
  timeZone: string;
  /** Whether the portal has points. */
  rewards: boolean;
}

/** Reads histories for one request. */
export class HistoryLoader {
  constructor(
    private readonly sources: HistorySources & { invoices: InvoiceSources; cursors: CursorCodec },
    private readonly signal: AbortSignal,
  ) {}

  /** A page of the history of a viewer, or of what of it is about one customer. @throws NOT_FOUND for the customer; FORBIDDEN if there are none */
  async page(
    { filter, ...args }: HistoryArgs,
    viewing: Omit<ScopeSources, 'store'>,
  ): Promise<HistoryConnection> {
    const { store, timeZone, invoices, cursors } = this.sources;
    if (!store) throw switchedOff('Histories');
    const scope = await historyScopeOf({ ...viewing, store }, filter?.customerId);
    const accounts = new DatedAccounts(invoices, scope.erp, this.signal);
    const parts: HistoryParts = { store, accounts, days: new DayStarts(timeZone) };
    const selection = this.#select(filter ?? {}, scope);
    let answer: HistoryAnswer<PlacedEntry[]> = { value: [], ages: [], missing: [] };
    const page = await readPage(args, {
      cursors,
      binding: historyBinding(viewing.viewer, scope),
      read: async ({ limit, after }) => {
        const walk = after === null ? null : fromPosition(after, parts.days);
        answer = await readHistory(parts, selection, { limit, after: walk });
        return answer.value;
      },
      positionOf: ({ place }) => toPosition({ place, missing: answer.missing }),
      toNode: ({ entry }) => entry,
    });
    const count = () => countHistory(parts, selection, answer.missing);
    return Object.assign(new HistoryConnection(), { ...page, ...countAndAge(answer, count) });
  }

  #select(filter: HistoryFilter, { freight }: HistoryScope): HistorySelection {
    const wanted = new Set<HistoryKind>(filter.kinds ?? HISTORY_KINDS);
    if (!this.sources.rewards) wanted.delete('REWARD');
    const erpKinds = (['INVOICE', 'PAYMENT'] as const).filter((kind) => wanted.has(kind));
    const { from = null, to = null, search = null } = filter;
    const kinds = wanted as ReadonlySet<Exclude<HistoryKind, ErpHistoryKind>>;
    return { local: { scope: freight, kinds, from, to, search }, erp: { from, to, search }, erpKinds };
  }
}

/**
 * The count, and what is said about the ERP. That covers both the page and the count, if the client selects it, so that
 * an incomplete count is never shown as a whole one.
 */
function countAndAge(page: HistoryAnswer<unknown>, count: () => Promise<HistoryAnswer<number>>) {
  let counted: Promise<HistoryAnswer<number>> | null = null;
  const answers = async () => {
    // All field resolvers of an object start before any of them continues. So after this, a selected count has started.
    await null;
    // A failed count is reported at totalCount.
    const counting = await counted?.catch(() => null);
    return counting ? [page, counting] : [page];
  };
  const ages = async (): Promise<Age[]> => (await answers()).flatMap((answer) => answer.ages);
  return {
    totalCount: async () => {
      counted ??= count();
      return (await counted).value;
    },
    asOf: async () =>
      (await ages()).map(({ asOf }) => asOf).sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
    stale: async () => (await ages()).some(({ stale }) => stale),
    missing: async () => {
      const missing = (await answers()).flatMap((answer) => answer.missing);
      return HISTORY_KINDS.filter((kind) => missing.some((one) => one === kind));
    },
  };
}
