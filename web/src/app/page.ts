import { lazyRouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Area } from '../words/en';
import { needWords } from '../words/words';
import { ApiError } from './ask';

/** A page in a file of its own, which is shown when the words of its areas are there, too. */
export function page<Name extends string, File extends Record<Name, () => ReactNode>>(
  areas: readonly Area[],
  load: () => Promise<File>,
  name: Name,
) {
  const bring = async () => {
    try {
      return (await Promise.all([load(), needWords(areas)]))[0];
    } catch (error) {
      // Otherwise the router takes the file for one of an older build, and reloads: there is nothing to reload now.
      throw navigator.onLine ? error : new ApiError('OFFLINE', 'The page could not be fetched.');
    }
  };
  return lazyRouteComponent(bring, name);
}
