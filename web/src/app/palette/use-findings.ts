import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLinks } from '../features';
import { queryForParts } from '../query';
import { useViewer } from '../session-state';
import { PortalFindDocument } from './find.generated';
import { type Finding, rightsOf, toConnote, toCustomer, toInventory, toQuote, toUser } from './findings';

/** Findings of one kind, under the kind's name. */
export interface FindingGroup {
  title: string;
  items: Finding[];
}

/** From so many characters on the server is asked. */
const LEAST = 2;
/** So long nothing is typed before it is. */
const PAUSE_MS = 150;

/** What matches some words: pages at once, and what the server finds when it has answered. */
export function useFindings(text: string): { groups: FindingGroup[]; error: unknown; isPending: boolean } {
  const t = useTranslations('find');
  const { role } = useViewer();
  const typed = text.trim();
  const search = useSettled(typed);
  const { customers, quotes, users, inventory } = rightsOf(role);
  const { data, error, isFetching } = useQuery({
    queryKey: ['find', search],
    queryFn: async ({ signal }) =>
      (await queryForParts(PortalFindDocument, { search, customers, quotes, users }, signal)).data,
    enabled: search.length >= LEAST,
  });
  // Enter must not open what was found for other words.
  const found = search === typed ? data : undefined;
  const groups = [
    { title: t('pages'), items: usePages(text) },
    { title: t('customers'), items: found?.customers?.nodes.map(toCustomer) ?? [] },
    { title: t('quotes'), items: found?.quotes?.nodes.map((quote) => toQuote(role, quote)) ?? [] },
    {
      title: t(role === 'CUSTOMER' ? 'bookings' : 'connotes'),
      items: found?.connotes?.nodes.map((connote) => toConnote(role, connote)) ?? [],
    },
    { title: t('users'), items: found?.portalUsers?.nodes.map(toUser) ?? [] },
    {
      title: t('inventory'),
      items: inventory && typed ? [toInventory(t('searchInventory', { search: typed }), typed)] : [],
    },
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    error,
    isPending: isFetching || search !== typed,
  };
}

/** The pages of the viewer's role whose names have the text. */
function usePages(text: string): Finding[] {
  const t = useTranslations('common');
  const links = useLinks();
  const wanted = text.trim().toLocaleLowerCase();
  const pages = [...links, { to: '/account', word: 'account' } as const];
  return pages
    .map(({ to, word }) => ({ key: to, label: t(`pages.${word}`), link: linkOptions({ to }) }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}

/** A text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
