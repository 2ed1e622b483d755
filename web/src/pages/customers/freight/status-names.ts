/** The statuses of a quote, in the order of its life. */
export const QUOTE_STATUSES = ['PENDING', 'QUOTED', 'APPROVED', 'REJECTED', 'EXPIRED'] as const;
/** The statuses of a booking, in the order of its life. */
export const CONNOTE_STATUSES = [
  'DRAFT',
  'PENDING',
  'CONFIRMED',
  'ALLOCATED',
  'IN_TRANSIT',
  'DELIVERED',
  'CANCELLED',
] as const;
