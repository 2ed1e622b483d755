/** What the address of a payment page can have of an invoice, each in braces. */
export const PAYMENT_PLACEHOLDERS = ['id', 'number', 'customer', 'amount', 'currency', 'reference'] as const;
/** One of these. */
export type PaymentPlaceholder = (typeof PAYMENT_PLACEHOLDERS)[number];
