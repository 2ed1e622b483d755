/** What the address of a payment page can have of an invoice, each in braces. */
export const PAYMENT_PLACEHOLDERS = ['id', 'number', 'customer', 'amount', 'currency', 'reference'] as const;
/** One of these. */
export type PaymentPlaceholder = (typeof PAYMENT_PLACEHOLDERS)[number];

const ALL: readonly string[] = PAYMENT_PLACEHOLDERS;

/** The address with a value in the place of each placeholder. Other texts in braces stay. */
export const fillPaymentUrl = (template: string, textFor: (name: PaymentPlaceholder) => string): string =>
  template.replace(/\{(\w+)\}/g, (all, name: PaymentPlaceholder) =>
    ALL.includes(name) ? textFor(name) : all,
  );
