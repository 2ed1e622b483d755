import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AuthAnyRole } from '../../../shared/auth-decorators.js';
import { unauthenticated } from '../../../shared/errors.js';
import { type IdentityContext, mustBeSignedIn } from '../identity.resolver.js';
import { ViewerType } from '../identity.type.js';
import type { ProfileDependencies } from '../identity-dependencies.js';
import { toViewer } from '../sessions/viewer.js';
import { ViewerPreferences, ViewerPreferencesInput } from './preferences.type.js';
import type { ProfileLoader } from './profile.loader.js';
import { UpdateMyProfileInput } from './profile.type.js';
import { resendEmailConfirmation } from './resend-email-confirmation.js';
import { updateMyProfile } from './update-my-profile.js';
import { updatePreferences } from './update-preferences.js';

/** What these resolvers need from the request context. */
export interface ProfileContext extends IdentityContext {
  loaders: IdentityContext['loaders'] & { profiles: ProfileLoader };
}

@ArgsType()
class UpdateMyProfileArgs {
  @Field(() => UpdateMyProfileInput)
  @ValidateNested()
  input!: UpdateMyProfileInput;
}

@ArgsType()
class UpdatePreferencesArgs {
  @Field(() => ViewerPreferencesInput)
  @ValidateNested()
  input!: ViewerPreferencesInput;
}

/** What a viewer sees and changes of their own login. */
@Resolver(() => ViewerType)
export class ProfileResolver {
  constructor(private readonly dependencies: ProfileDependencies) {}

  @FieldResolver(() => ViewerPreferences)
  preferences(@Root() { user }: ViewerType, @Ctx() { loaders }: ProfileContext) {
    return loaders.profiles.preferences(user.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address that the login will have once it is confirmed, by the link that was mailed to it.',
  })
  pendingEmail(@Root() { user }: ViewerType, @Ctx() { loaders }: ProfileContext) {
    return loaders.profiles.pendingEmail(user.id);
  }

  @Mutation(() => ViewerType)
  @AuthAnyRole()
  async updateMyProfile(
    @Args(() => UpdateMyProfileArgs) { input }: UpdateMyProfileArgs,
    @Ctx() context: ProfileContext,
  ): Promise<ViewerType> {
    const { viewer } = mustBeSignedIn(context);
    await updateMyProfile(this.dependencies, viewer, input, context.origin);
    context.loaders.profiles.forget(viewer.userId);
    const changed = await this.dependencies.sessions.store.find(viewer);
    if (!changed) throw unauthenticated();
    return toViewer(changed);
  }

  @Mutation(() => ViewerPreferences)
  @AuthAnyRole()
  async updatePreferences(
    @Args(() => UpdatePreferencesArgs) { input }: UpdatePreferencesArgs,
    @Ctx() context: ProfileContext,
  ): Promise<ViewerPreferences> {
    const { viewer } = mustBeSignedIn(context);
    const changed = await updatePreferences(this.dependencies.preferences, viewer.userId, input);
    context.loaders.profiles.forget(viewer.userId);
    return changed;
  }

  @Mutation(() => Boolean, {
    description: "Mails another link to the viewer's new or unconfirmed address. True also if there is none.",
  })
  @AuthAnyRole()
  async resendEmailConfirmation(@Ctx() context: ProfileContext): Promise<boolean> {
    await resendEmailConfirmation(this.dependencies, mustBeSignedIn(context).viewer.userId);
    return true;
  }
}
