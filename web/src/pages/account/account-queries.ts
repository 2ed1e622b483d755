import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { query } from '../../app/query';
import { PortalActivityDocument, PortalProfileDocument, PortalSessionsDocument } from './account.generated';

/** The viewer's login as it is now, which may have changed since they signed in. */
export const profileQuery = queryOptions({
  queryKey: ['account', 'profile'],
  queryFn: async ({ signal }) => (await query(PortalProfileDocument, {}, signal)).viewer,
});

/** The viewer's open sessions: this one, then the one last used first. */
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: async ({ signal }) => {
    const { mySessions } = await query(PortalSessionsDocument, {}, signal);
    return mySessions.toSorted((one, other) => Number(other.current) - Number(one.current));
  },
});

/** What happened to the viewer's login, newest first, page by page. */
export const activityQuery = infiniteQueryOptions({
  queryKey: ['account', 'activity'],
  queryFn: async ({ pageParam, signal }) =>
    (await query(PortalActivityDocument, { after: pageParam }, signal)).myActivity,
  initialPageParam: null as string | null,
  getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
});
