import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { dayAfter } from '../../../app/days';
import { momentIn } from '../../../app/moment-in';
import type { AuditFilter, PortalAuditEntriesQueryVariables } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { PortalAuditEntriesDocument, PortalAuditEntryDocument } from './audit.generated';
import { TARGET_TYPES, TOPICS } from './audit-actions';
import type { AuditSearch } from './audit-search';

/** What a view leaves in. Its days begin and end at midnight in the zone. */
export function auditFilter(view: AuditSearch, timeZone: string): AuditFilter {
  const { actor, target, type, actions, outcome, from, to } = view;
  const startOf = (day: string) => momentIn(`${day}T00:00`, timeZone);
  // What is undefined isn't sent.
  return {
    ...{ actor, target, outcome },
    targetType: TARGET_TYPES.find((one) => one === type),
    actions: actions && Object.values(TOPICS).flatMap((all) => all.filter((one) => actions.includes(one))),
    from: from && startOf(from),
    to: to && startOf(dayAfter(to, 1)),
  } as AuditFilter;
}

/** A page of the log, newest first. The page before stays until it is there. */
export const entriesQuery = (variables: PortalAuditEntriesQueryVariables) =>
  queryOptions({
    queryKey: ['audit', 'list', variables],
    queryFn: async ({ signal }) => (await query(PortalAuditEntriesDocument, variables, signal)).auditEntries,
    placeholderData: keepPreviousData,
  });

/** One entry, which never changes; null if the log is not that long. */
export const entryQuery = (sequence: number) =>
  queryOptions({
    queryKey: ['audit', 'entry', sequence],
    queryFn: async ({ signal }) => (await query(PortalAuditEntryDocument, { sequence }, signal)).auditEntry,
  });
