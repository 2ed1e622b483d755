/** What names a customer. */
export interface Named {
  firstName: string;
  lastName: string;
  company?: string | null;
}

/** Who speaks for a customer. */
export const contactOf = ({ firstName, lastName }: Named): string => `${firstName} ${lastName}`.trim();

/** Names a customer among others of the same company. */
export const fullNameOf = (customer: Named): string =>
  customer.company ? `${customer.company} (${contactOf(customer)})` : contactOf(customer);

/** The company or, of somebody without one, their name. */
export const nameOf = (customer: Named): string => customer.company || contactOf(customer);
