import type { Path, UseFormReturn } from 'react-hook-form';
import { hasCode } from '../../../app/ask';
import type { CustomerPartsFragment } from '../../../app/operations.generated';
import { showRefusals } from '../../../app/server-refusals';

/** The fields of a customer that staff can change. */
export const FIELDS = ['firstName', 'lastName', 'company', 'email', 'phone'] as const;
/** One of these fields. */
export type FieldName = (typeof FIELDS)[number];
/** A customer as it is typed. */
export type CustomerEntry = Record<FieldName, string>;

/** Nothing typed yet. */
export const EMPTY: CustomerEntry = { firstName: '', lastName: '', company: '', email: '', phone: '' };

/** A customer as the form shows it. */
export const entryOf = (customer: CustomerPartsFragment): CustomerEntry => ({
  firstName: customer.firstName,
  lastName: customer.lastName,
  company: customer.company ?? '',
  email: customer.email ?? '',
  phone: customer.phone ?? '',
});

/** What was typed, as the server takes it. */
export const toInput = ({ firstName, lastName, company, email, phone }: CustomerEntry) => ({
  firstName: firstName.trim(),
  lastName: lastName.trim(),
  company: company.trim() || null,
  email: email.trim() || null,
  phone: phone.trim() || null,
});

/**
 * Shows what the server refused at the fields that it names.
 *
 * @param taken said of an address that another customer has
 * @returns whether all of it could be shown at fields
 */
export const showCustomerRefusals = <Entry extends CustomerEntry>(
  form: UseFormReturn<Entry>,
  error: unknown,
  taken: string,
): boolean =>
  showRefusals(form, error, {
    nameOf: (path) => (FIELDS.find((field) => path === `input.${field}`) ?? null) as Path<Entry> | null,
    words: ({ message }) => (hasCode(error, 'CONFLICT') ? taken : message),
  });
