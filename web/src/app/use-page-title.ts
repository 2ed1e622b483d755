import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { about } from './about';

/** Names the document after the page and the brand. */
export function usePageTitle(title: string): void {
  const { data } = useQuery(about);
  const name = data?.portal.name;
  useEffect(() => {
    document.title = name ? `${title} · ${name}` : title;
  }, [title, name]);
}
