import { Arg, Args, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { PortalUserArgs } from '../users/portal-user.args.js';
import type { PortalUserRecord } from '../users/portal-user.entity.js';
import { toPortalUser } from '../users/portal-user.type.js';
import { createPortalUser } from './create-portal-user.js';
import { deactivateDormantPortalUsers } from './deactivate-dormant-portal-users.js';
import { deactivatePortalUser } from './deactivate-portal-user.js';
import { endPortalUserSessions } from './end-portal-user-sessions.js';
import { reactivatePortalUser } from './reactivate-portal-user.js';
import { resetPortalUserPassword } from './reset-portal-user-password.js';
import { unlockPortalUser } from './unlock-portal-user.js';
import { updatePortalUser } from './update-portal-user.js';
import { CreatePortalUserArgs, toChange, UpdatePortalUserArgs } from './user-admin.args.js';
import { CreatePortalUserPayload, PortalUserPayload } from './user-admin.type.js';
import type { UserAdminDependencies } from './user-admin-dependencies.js';

/** What these resolvers need from the request context. */
export interface UserAdminContext {
  origin: Origin;
  loaders: {
    portalUsers: ReloadingLoader;
    loginStates: ReloadingLoader;
    customers: { forget(): void };
    sessions: { forget(): void };
  };
}

/** A loader of data that a mutation may change. After `forget`, the rest of the request reads it again. */
interface ReloadingLoader {
  forget(userId: string): void;
}

/** The mutations of logins. */
@Resolver()
export class UserAdminResolver {
  constructor(private readonly dependencies: UserAdminDependencies) {}

  @Mutation(() => CreatePortalUserPayload, {
    description: 'Adds a login and mails a welcome mail to its owner.',
  })
  @Auth('ADMIN')
  async createPortalUser(
    @Args(() => CreatePortalUserArgs) { input }: CreatePortalUserArgs,
    @Ctx() { origin }: UserAdminContext,
  ): Promise<CreatePortalUserPayload> {
    const { user, temporaryPassword } = await createPortalUser(this.dependencies, origin, input);
    return { portalUser: toPortalUser(user), temporaryPassword };
  }

  @Mutation(() => PortalUserPayload)
  @Auth('ADMIN')
  async updatePortalUser(
    @Args(() => UpdatePortalUserArgs) { input }: UpdatePortalUserArgs,
    @Ctx() context: UserAdminContext,
  ): Promise<PortalUserPayload> {
    const { id, version = null } = input;
    const edit = { id, version, change: toChange(input) };
    return payload(await updatePortalUser(this.dependencies, context.origin, edit), context);
  }

  @Mutation(() => PortalUserPayload, {
    description: 'Ends all sessions of the login. Refused for the last active admin.',
  })
  @Auth('ADMIN')
  async deactivatePortalUser(
    @Args(() => PortalUserArgs) { id }: PortalUserArgs,
    @Ctx() context: UserAdminContext,
  ): Promise<PortalUserPayload> {
    return payload(await deactivatePortalUser(this.dependencies, context.origin, id), context);
  }

  @Mutation(() => PortalUserPayload, { description: 'The login keeps the password that it had.' })
  @Auth('ADMIN')
  async reactivatePortalUser(
    @Args(() => PortalUserArgs) { id }: PortalUserArgs,
    @Ctx() context: UserAdminContext,
  ): Promise<PortalUserPayload> {
    return payload(await reactivatePortalUser(this.dependencies, context.origin, id), context);
  }

  @Mutation(() => Int, {
    description:
      'Deactivates logins that last signed in before this time, or were created before it and never signed in, but no admins. Returns how many.',
  })
  @Auth('ADMIN')
  deactivateDormantPortalUsers(
    @Arg('lastLoginBefore', () => DateTimeScalar) lastLoginBefore: Date,
    @Ctx() { origin }: UserAdminContext,
  ): Promise<number> {
    return deactivateDormantPortalUsers(this.dependencies, origin, lastLoginBefore);
  }

  @Mutation(() => PortalUserPayload, { description: 'Ends the wait after failed sign-ins.' })
  @Auth('ADMIN')
  async unlockPortalUser(
    @Args(() => PortalUserArgs) { id }: PortalUserArgs,
    @Ctx() context: UserAdminContext,
  ): Promise<PortalUserPayload> {
    return payload(await unlockPortalUser(this.dependencies, context.origin, id), context);
  }

  @Mutation(() => Int, {
    description: 'Ends all sessions of the login, whose owner can sign in again. Returns how many.',
  })
  @Auth('ADMIN')
  async endPortalUserSessions(
    @Args(() => PortalUserArgs) { id }: PortalUserArgs,
    @Ctx() { origin, loaders }: UserAdminContext,
  ): Promise<number> {
    const ended = await endPortalUserSessions(this.dependencies, origin, id);
    loaders.sessions.forget();
    return ended;
  }

  @Mutation(() => PortalUserPayload, { description: 'Mails a temporary password and ends all sessions.' })
  @Auth('ADMIN')
  async resetPortalUserPassword(
    @Args(() => PortalUserArgs) { id }: PortalUserArgs,
    @Ctx() context: UserAdminContext,
  ): Promise<PortalUserPayload> {
    return payload(await resetPortalUserPassword(this.dependencies, context.origin, id), context);
  }
}

/** The result of a mutation. The rest of the request reads the changed login again. */
function payload(user: PortalUserRecord, { loaders }: UserAdminContext): PortalUserPayload {
  loaders.portalUsers.forget(user.id);
  loaders.loginStates.forget(user.id);
  loaders.customers.forget();
  loaders.sessions.forget();
  return { portalUser: toPortalUser(user) };
}
