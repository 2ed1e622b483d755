import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pageVariables } from '../../../app/list/list-search';
import type { PortalMailsQuery } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { MAIL_GROUPS, STATUSES_OF } from './mail-groups';
import type { MailSearch } from './mail-search';
import { PortalMailsDocument, PortalMailTextDocument } from './mails.generated';

/** How often the list is asked for again, because mails move on by themselves. */
const AGAIN_MS = 15_000;

/** A mail of the list. */
export type Mail = PortalMailsQuery['mails']['nodes'][number];

/** A page of the outbox, newest first, with how many mails each tab has. */
export const mailsQuery = (view: MailSearch) => {
  const { status, search } = view;
  const filter = {
    status: status ? [...STATUSES_OF[status]] : null,
    to: search ?? null,
  };
  const variables = { filter, ...pageVariables(view) };
  return queryOptions({
    queryKey: ['mails', variables],
    queryFn: async ({ signal }) => {
      const { mails, mailCounts } = await query(PortalMailsDocument, variables, signal);
      return { ...mails, counts: countsOf(mailCounts) };
    },
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
};

/** What a mail says, without its secrets; null once that is erased. It is asked for again when the mail has moved on. */
export const mailTextQuery = ({ id, status }: Mail) =>
  queryOptions({
    queryKey: ['mails', 'text', id, status],
    queryFn: async ({ signal }) => (await query(PortalMailTextDocument, { id }, signal)).mail?.text ?? null,
  });

const countsOf = (counts: PortalMailsQuery['mailCounts']) =>
  MAIL_GROUPS.map((group) => ({
    status: group,
    count: counts
      .filter(({ status }) => STATUSES_OF[group].some((one) => one === status))
      .reduce((sum, { count }) => sum + count, 0),
  }));
