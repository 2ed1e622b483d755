import { Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../../shared/auth.js';
import { Auth, AuthAnyRole } from '../../../shared/auth-decorators.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import { PortalUser } from '../../users/portal-user.type.js';
import { type IdentityContext, mustBeSignedIn } from '../identity.resolver.js';
import { SessionType } from '../identity.type.js';
import type { SignInDependencies } from '../identity-dependencies.js';
import { endSession } from './end-session.js';
import type { SessionLoader } from './session.loader.js';
import { type OpenSession, SHOWN_SESSIONS } from './session-list.store.js';

/** What these resolvers need from the request context. */
export interface SessionContext extends IdentityContext {
  viewer: Viewer | null;
  loaders: IdentityContext['loaders'] & { sessions: SessionLoader };
}

@ArgsType()
class EndSessionArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

/** Open sessions, and ending one of the viewer's own. */
@Resolver(() => PortalUser)
export class SessionResolver {
  constructor(private readonly dependencies: SignInDependencies) {}

  @Query(() => [SessionType], {
    description: `The viewer's open sessions, most recently used first, at most ${SHOWN_SESSIONS}.`,
  })
  @AuthAnyRole()
  async mySessions(@Ctx() context: SessionContext): Promise<SessionType[]> {
    const { viewer } = mustBeSignedIn(context);
    return shown(await context.loaders.sessions.openOf(viewer.userId), viewer);
  }

  @FieldResolver(() => [SessionType], {
    description: `The open sessions of this login, most recently used first, at most ${SHOWN_SESSIONS}.`,
  })
  @Auth('ADMIN')
  async sessions(
    @Root() { id }: PortalUser,
    @Ctx() { viewer, loaders }: SessionContext,
  ): Promise<SessionType[]> {
    return shown(await loaders.sessions.openOf(id), viewer);
  }

  @Mutation(() => Boolean, {
    description: "Ends one of the viewer's own sessions. Returns false if it had already ended.",
  })
  @AuthAnyRole()
  async endSession(
    @Args(() => EndSessionArgs) { id }: EndSessionArgs,
    @Ctx() context: SessionContext,
  ): Promise<boolean> {
    const { viewer, user } = mustBeSignedIn(context);
    const ended = await endSession(this.dependencies, id, { user, origin: context.origin });
    context.loaders.sessions.forget();
    if (id === viewer.sessionId) context.cookies.refresh.remove();
    return ended;
  }
}

const shown = (sessions: readonly OpenSession[], viewer: Viewer | null): SessionType[] =>
  sessions.map((session) => ({ ...session, current: session.id === viewer?.sessionId }));
