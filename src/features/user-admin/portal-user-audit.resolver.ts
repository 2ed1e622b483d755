import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { AuditEntriesOfLoginArgs } from '../audit/audit-entry.args.js';
import type { AuditContext } from '../audit/audit-entry.resolver.js';
import { AuditEntry, AuditEntryConnection } from '../audit/audit-entry.type.js';
import type { PortalUserLoader } from '../users/portal-user.loader.js';
import { PortalUser } from '../users/portal-user.type.js';

/** What these resolvers need from the request context. */
export interface PortalUserAuditContext {
  loaders: AuditContext['loaders'] & { portalUsers: PortalUserLoader };
}

/** The audit entries of a login. */
@Resolver(() => PortalUser)
export class PortalUserAuditResolver {
  @FieldResolver(() => AuditEntryConnection, {
    description: 'Audit entries about this login or by it, newest first.',
  })
  @Auth('ADMIN')
  auditEntries(
    @Root() user: PortalUser,
    @Args(() => AuditEntriesOfLoginArgs) args: AuditEntriesOfLoginArgs,
    @Ctx() { loaders }: PortalUserAuditContext,
  ) {
    return loaders.auditEntries.pageOfLogin(user.id, args);
  }
}

/** The login that an audit entry names as its actor. */
@Resolver(() => AuditEntry)
export class AuditEntryActorResolver {
  @FieldResolver(() => PortalUser, {
    nullable: true,
    description:
      'The login that acted, as it is now. Null if no login acted, for example the system, or if it no longer exists.',
  })
  actor(@Root() entry: AuditEntry, @Ctx() { loaders }: PortalUserAuditContext) {
    return entry.actorId === null ? null : loaders.portalUsers.byId(entry.actorId);
  }
}
