import { type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { ApiError } from '../../../app/ask';

/**
 * Shows what the server refused at the fields of a form, and moves the focus to the first of them.
 *
 * @param prefix where the form's values stand in the variables
 * @returns whether all of it could be shown at fields
 */
export function showAtFields<T extends FieldValues>(
  form: UseFormReturn<T>,
  error: unknown,
  prefix = 'input.',
): boolean {
  if (!(error instanceof ApiError) || error.fields.length === 0) return false;
  const known = error.fields.filter(
    ({ path }) => form.getValues(path.slice(prefix.length) as Path<T>) !== undefined,
  );
  for (const [index, { path, message }] of known.entries()) {
    form.setError(
      path.slice(prefix.length) as Path<T>,
      { type: 'server', message },
      { shouldFocus: index === 0 },
    );
  }
  return known.length === error.fields.length;
}
