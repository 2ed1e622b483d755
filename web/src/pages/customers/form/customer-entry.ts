import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { ApiError } from '../../../app/ask';
import type { CustomerPartsFragment } from '../../../app/operations.generated';

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

/** Whether the server refused it because somebody has saved another version meanwhile. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'CONFLICT' && hasField(error, 'input.version');

const hasField = (error: ApiError, wanted: string): boolean =>
  error.fields.some(({ path }) => path === wanted);

/**
 * Shows what the server refused at the fields that it names.
 *
 * @param taken said of an address that another customer has
 * @returns whether all of it could be shown at fields
 */
export function showRefusals<Entry extends FieldValues & CustomerEntry>(
  error: unknown,
  setError: UseFormSetError<Entry>,
  taken: string,
): boolean {
  if (!(error instanceof ApiError) || error.fields.length === 0) return false;
  const shown = error.fields.filter(({ path, message }) => {
    const name = FIELDS.find((field) => path === `input.${field}`);
    if (!name) return false;
    const words = error.code === 'CONFLICT' ? taken : message;
    setError(name as FieldPath<Entry>, { type: 'server', message: words }, { shouldFocus: true });
    return true;
  });
  return shown.length === error.fields.length;
}
