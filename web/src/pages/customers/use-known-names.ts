import { useEffect, useState } from 'react';
import type { NamedCustomer } from '../../app/customer-name';
import { fullNameOf } from './names';

/** The names of the customers that were on any page of the list, which chosen ones may be on. */
export function useKnownNames(
  rows: readonly (NamedCustomer & { id: string })[] | undefined,
): Map<string, string> {
  const [names] = useState(() => new Map<string, string>());
  useEffect(() => {
    for (const row of rows ?? []) names.set(row.id, fullNameOf(row));
  }, [rows, names]);
  return names;
}
