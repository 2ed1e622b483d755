import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../app/ask';

/**
 * Shows what the server refused at the fields that it names.
 *
 * @returns whether all of it could be shown there
 */
export function showRefusals<Entry extends FieldValues>(form: UseFormReturn<Entry>, error: unknown): boolean {
  if (!(error instanceof ApiError) || error.fields.length === 0) return false;
  const shown = error.fields.filter(({ path, message }) => {
    const name = path.replace(/^input\./, '').replace(/^(erpCustomerNames|allErpCustomers)\b.*/, 'sees');
    if (!(name in form.getValues())) return false;
    form.setError(name as Path<Entry>, { type: 'server', message }, { shouldFocus: true });
    return true;
  });
  return shown.length === error.fields.length;
}
