import type { Role } from '../../../shared/auth.js';

/** The statuses of a quote, in the order of its life. */
export const QUOTE_STATUSES = ['PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED'] as const;
/** One of these statuses. */
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** What can be done with a quote. */
export const QUOTE_ACTIONS = ['PRICE', 'APPROVE', 'REJECT', 'BOOK'] as const;
/** One of these actions. */
export type QuoteAction = (typeof QUOTE_ACTIONS)[number];

interface QuoteRule {
  from: readonly QuoteStatus[];
  by: readonly Role[];
}

/**
 * Who may do what with a quote in which status. A price is set once; what points take off it may change, so
 * a customer who says which version they saw never approves another amount. Booking also needs that the quote isn't booked yet.
 */
export const QUOTE_RULES: Readonly<Record<QuoteAction, QuoteRule>> = {
  PRICE: { from: ['PENDING'], by: ['OPERATIONS', 'ADMIN'] },
  APPROVE: { from: ['QUOTED'], by: ['CUSTOMER'] },
  REJECT: { from: ['PENDING', 'QUOTED'], by: ['CUSTOMER', 'OPERATIONS', 'ADMIN'] },
  BOOK: { from: ['APPROVED'], by: ['CUSTOMER', 'OPERATIONS', 'ADMIN'] },
};

/** Whether the action can be done in this status, by anybody. */
export const isPossible = (action: QuoteAction, status: QuoteStatus): boolean =>
  QUOTE_RULES[action].from.includes(status);

/** What a role may do with a quote now. */
export function allowedQuoteActions(
  role: Role,
  quote: { status: QuoteStatus; booked: boolean },
): QuoteAction[] {
  return QUOTE_ACTIONS.filter((action) => {
    if (!QUOTE_RULES[action].by.includes(role) || !isPossible(action, quote.status)) return false;
    return action !== 'BOOK' || !quote.booked;
  });
}

/**
 * The status of a quote as of a day: from the day after its last day on, a QUOTED one is EXPIRED, whether or not the job
 * has stored that yet.
 */
export function statusOn(
  today: string,
  quote: { status: QuoteStatus; validUntil: string | null },
): QuoteStatus {
  const { status, validUntil } = quote;
  return status === 'QUOTED' && validUntil !== null && validUntil < today ? 'EXPIRED' : status;
}
