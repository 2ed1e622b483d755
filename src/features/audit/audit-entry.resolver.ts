import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { mustHaveViewer, type Viewer } from '../../shared/auth.js';
import { Auth, AuthAnyRole } from '../../shared/auth-decorators.js';
import { AuditEntriesArgs, AuditEntryArgs, MyActivityArgs } from './audit-entry.args.js';
import type { AuditEntryLoader } from './audit-entry.loader.js';
import { AuditEntry, AuditEntryConnection, AuditVerification } from './audit-entry.type.js';

/** What these resolvers need from the request context. */
export interface AuditContext {
  viewer: Viewer | null;
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

  @Query(() => AuditEntry, { nullable: true, description: 'One entry; null if the log is not that long.' })
  @Auth('ADMIN')
  auditEntry(@Args(() => AuditEntryArgs) { sequence }: AuditEntryArgs, @Ctx() { loaders }: AuditContext) {
    return loaders.auditEntries.bySequence(sequence);
  }

  @Query(() => AuditEntryConnection, {
    description:
      "What happened to the viewer's login, newest first: sign-ins, also failed ones, ends of sessions, and changes of its password and profile. Who acted is not shown if it was staff.",
  })
  @AuthAnyRole()
  myActivity(@Args(() => MyActivityArgs) args: MyActivityArgs, @Ctx() context: AuditContext) {
    return context.loaders.auditEntries.activityOf(mustHaveViewer(context).userId, args);
  }

  @Query(() => AuditVerification, {
    description: 'Verifies the whole log, and compares it with the heads that were published elsewhere.',
  })
  @Auth('ADMIN')
  verifyAuditLog(@Ctx() context: AuditContext) {
    return context.verifyAuditLog();
  }
}
