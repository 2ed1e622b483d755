import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiError, type FieldProblem, hasCode } from './ask';

interface Showing<Entry extends FieldValues> {
  /** The form's name of a refused value, null if it has none. If it isn't given, that is its path behind `input.` */
  nameOf?: (path: string) => Path<Entry> | null;
  /** Said instead of the server's message. */
  words?: (problem: FieldProblem) => string;
}

/**
 * Shows what the server refused at the fields of a form, and moves the focus to the first of them.
 *
 * @returns whether all of it could be shown at fields
 */
export function showRefusals<Entry extends FieldValues>(
  form: Pick<UseFormReturn<Entry>, 'getValues' | 'setError'>,
  error: unknown,
  {
    nameOf = (path) => path.replace(/^input\./, '') as Path<Entry>,
    words = ({ message }) => message,
  }: Showing<Entry> = {},
): boolean {
  if (!(error instanceof ApiError) || error.fields.length === 0) return false;
  const shown = error.fields.flatMap((problem) => {
    const name = nameOf(problem.path);
    return name !== null && form.getValues(name) !== undefined ? [{ name, message: words(problem) }] : [];
  });
  for (const [index, { name, message }] of shown.entries())
    form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 });
  return shown.length === error.fields.length;
}

/** Whether it was refused because somebody has saved another version meanwhile. */
export const isOutdated = (error: unknown): boolean =>
  error instanceof ApiError &&
  hasCode(error, 'CONFLICT') &&
  error.fields.some(({ path }) => path === 'input.version');
