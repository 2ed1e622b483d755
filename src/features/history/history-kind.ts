/** What a history consists of, in the order of its filter. */
export const HISTORY_KINDS = [
  'QUOTE',
  'BOOKING',
  'DELIVERY',
  'PHOTO',
  'INVOICE',
  'PAYMENT',
  'REWARD',
] as const;
/** One of these kinds. */
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** The kinds that the ERP has. */
export type ErpHistoryKind = 'INVOICE' | 'PAYMENT';
/** The kinds that the local database has. */
export type LocalHistoryKind = Exclude<HistoryKind, ErpHistoryKind>;
