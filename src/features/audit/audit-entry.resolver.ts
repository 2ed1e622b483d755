import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { AuditEntriesArgs } from './audit-entry.args.js';
import type { AuditEntryLoader } from './audit-entry.loader.js';
import { AuditEntry, AuditEntryConnection, AuditVerification } from './audit-entry.type.js';

/** What these resolvers need from the request context. */
export interface AuditContext {
  loaders: { auditEntries: AuditEntryLoader };
  verifyAuditLog: () => Promise<AuditVerification>;
}

/** The queries of the audit log. */
@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, { description: 'The entries of the audit log, newest first.' })
  @Auth('ADMIN')
  auditEntries(@Args(() => AuditEntriesArgs) args: AuditEntriesArgs, @Ctx() { loaders }: AuditContext) {
    return loaders.auditEntries.page(args);
  }

  @Query(() => AuditVerification, {
    description: 'Verifies the whole log, and compares it with the heads that were published elsewhere.',
  })
  @Auth('ADMIN')
  verifyAuditLog(@Ctx() context: AuditContext) {
    return context.verifyAuditLog();
  }
}
