import type { Operation } from '../../../app/ask';
import type * as Types from '../../../app/operations.generated';

export const PortalAuditEntriesDocument = `fragment PageParts on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}

query PortalAuditEntries($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      sequence
      at
      action
      actorName
      targetType
      targetLabel
      ip
    }
    pageInfo {
      ...PageParts
    }
  }
}` as Operation<Types.PortalAuditEntriesQuery, Types.PortalAuditEntriesQueryVariables>;

export const PortalAuditEntryDocument = `query PortalAuditEntry($sequence: Int!) {
  auditEntry(sequence: $sequence) {
    id
    sequence
    at
    action
    actorName
    actor {
      id
    }
    targetType
    targetId
    targetLabel
    changes {
      field
      before
      after
    }
    ip
    userAgent
    requestId
    hash
  }
}` as Operation<Types.PortalAuditEntryQuery, Types.PortalAuditEntryQueryVariables>;

export const PortalVerifyAuditLogDocument = `query PortalVerifyAuditLog {
  verifyAuditLog {
    intact
    entriesChecked
    firstBrokenSequence
    overdue
  }
}` as Operation<Types.PortalVerifyAuditLogQuery, Types.PortalVerifyAuditLogQueryVariables>;

export const PortalPrepareAuditExportDocument = `mutation PortalPrepareAuditExport($filter: AuditFilter, $format: ExportFormat!) {
  prepareAuditExport(filter: $filter, format: $format) {
    url
    fileName
    rowCount
  }
}` as Operation<Types.PortalPrepareAuditExportMutation, Types.PortalPrepareAuditExportMutationVariables>;
