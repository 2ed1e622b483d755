/** The statuses of a quote, those first that wait for the customer. */
export const QUOTE_STATUSES = ['QUOTED', 'PENDING', 'APPROVED', 'REJECTED', 'EXPIRED'] as const;
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
