import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PortalInventoryQuery } from '../../../app/operations.generated';
import { type Near, type Pages, type Question, usePages } from '../use-pages';
import { type LiveRows, useLiveRows } from './use-live-rows';

/** Pages that are kept up to date where that is possible. */
export interface LivePages extends Pages {
  live: LiveRows;
}

/** Pages of a question, kept up to date. What has missed changes, or is the ERP's last answer, is read again. */
export function useLivePages(question: Question, near: Near): LivePages {
  const client = useQueryClient();
  const live = useLiveRows(question);
  const pages = usePages(question, near, live.state === 'live');
  const key = JSON.stringify(question);
  const knownUntil = live.asOf;
  const { asOf, stale } = pages;
  useEffect(() => {
    if (knownUntil === null || asOf === undefined || (!stale && asOf >= knownUntil)) return;
    const hasMissed = ({ state }: { state: { data: unknown } }) => {
      const page = (state.data as PortalInventoryQuery | undefined)?.inventory;
      return page !== undefined && (page.stale || page.asOf < knownUntil);
    };
    // What is on its way already comes, however often there are changes.
    void client.invalidateQueries(
      { queryKey: ['inventory', key], predicate: hasMissed },
      { cancelRefetch: false },
    );
  }, [client, key, knownUntil, asOf, stale]);
  return { ...pages, live };
}
