import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../../app/ask';
import { showRefusals } from '../../../app/server-refusals';
import type { ShipmentEntry } from './shipment-entry';

/** The names of the addresses in a booking, and in the form. */
const FORM_NAMES: Record<string, string> = { pickup: 'origin', delivery: 'destination' };

/** Where in the form a refused value stands; null if the form has no such field. */
export function formPath(path: string, hasField: (path: string) => boolean): string | null {
  const [input, first = '', ...rest] = path.split('.');
  if (input !== 'input') return null;
  const name = [FORM_NAMES[first] ?? first, ...rest].join('.');
  return hasField(name) ? name : null;
}

/** Whether it was refused because the login belongs to no company. Forms of customers never name one themselves. */
export const isAboutCompany = (error: unknown): boolean =>
  error instanceof ApiError && error.fields.some(({ path }) => path === 'input.customerId');

/**
 * Shows what the server refused at the fields that it names, and moves the focus to the first of them.
 *
 * @returns whether all of it could be shown at fields
 */
export function showShipmentRefusals(form: UseFormReturn<ShipmentEntry>, error: unknown): boolean {
  const hasField = (path: string) => typeof form.getValues(path as FieldPath<ShipmentEntry>) === 'string';
  return showRefusals(form, error, {
    nameOf: (path) => formPath(path, hasField) as FieldPath<ShipmentEntry> | null,
  });
}
