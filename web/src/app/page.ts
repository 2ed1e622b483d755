import { lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Area } from '../words/en';
import { needWords } from '../words/words';

/** A page in a file of its own, which is shown when the words of its areas are there, too. */
export function page<Name extends string, File extends Record<Name, () => ReactNode>>(
  areas: readonly Area[],
  load: () => Promise<File>,
  name: Name,
) {
  return lazyRouteComponent(async () => (await Promise.all([load(), needWords(areas)]))[0], name);
}
