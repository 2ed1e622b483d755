import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalMailsDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalMails($filter: MailFilter, $first: Int, $after: String, $last: Int, $before: String) {
  mails(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      to
      template
      subject
      status
      attempts
      lastError
      nextAttemptAt
      createdAt
      sentAt
    }
    pageInfo {
      ...PageParts
    }
  }
  mailCounts {
    status
    count
  }
}` as Operation<Types.PortalMailsQuery, Types.PortalMailsQueryVariables>;

export const PortalMailTextDocument = `query PortalMailText($id: ID!) {
  mail(id: $id) {
    text
  }
}` as Operation<Types.PortalMailTextQuery, Types.PortalMailTextQueryVariables>;

export const PortalRetryMailDocument = `mutation PortalRetryMail($id: ID!) {
  retryMail(id: $id) {
    id
    status
  }
}` as Operation<Types.PortalRetryMailMutation, Types.PortalRetryMailMutationVariables>;
