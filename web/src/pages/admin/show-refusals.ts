import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { showRefusals } from '../../app/server-refusals';

/**
 * Shows what the server refused at the fields that it names, the ERP customers at their one field.
 *
 * @returns whether all of it could be shown there
 */
export const showAdminRefusals = <Entry extends FieldValues>(
  form: UseFormReturn<Entry>,
  error: unknown,
): boolean =>
  showRefusals(form, error, {
    nameOf: (path) =>
      path.replace(/^input\./, '').replace(/^(erpCustomerNames|allErpCustomers)\b.*/, 'sees') as Path<Entry>,
  });
