/** What names a customer. */
export interface NamedCustomer {
  firstName: string;
  lastName: string;
  company?: string | null;
}

/** Who speaks for a customer. */
export const contactOf = ({ firstName, lastName }: NamedCustomer): string =>
  `${firstName} ${lastName}`.trim();

/** The company or, of somebody without one, their name. */
export const customerName = (customer: NamedCustomer): string => customer.company || contactOf(customer);
