import { MaxLength, ValidateNested } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../../shared/auth-decorators.js';
import type { IdentityContext } from '../identity.resolver.js';
import { MAX_TOKEN, ResetPasswordInput, SessionPayload } from '../identity.type.js';
import type { IdentityDependencies } from '../identity-dependencies.js';
import { toSessionPayload } from '../sessions/session-payload.js';
import { confirmEmail } from './confirm-email.js';
import { requestPasswordReset } from './request-password-reset.js';
import { resetPassword } from './reset-password.js';

@ArgsType()
class ResetPasswordArgs {
  @Field(() => ResetPasswordInput)
  @ValidateNested()
  input!: ResetPasswordInput;
}

@ArgsType()
class ConfirmEmailArgs {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @MaxLength(MAX_TOKEN)
  token!: string;
}

/** The mutations that use a mailed link, and the one that requests it. */
@Resolver()
export class AccountTokenResolver {
  constructor(private readonly dependencies: IdentityDependencies) {}

  @Mutation(() => Boolean, {
    description:
      'Mails a link if an active login has the address. Returns true for any address, in the same time.',
  })
  @Public()
  async requestPasswordReset(
    @Arg('email', () => String) email: string,
    @Ctx() { origin }: IdentityContext,
  ): Promise<boolean> {
    await requestPasswordReset(this.dependencies.links, email, origin);
    return true;
  }

  @Mutation(() => SessionPayload, {
    description: 'Ends all sessions of the login that the link was mailed to, and opens a new one.',
  })
  @Public()
  async resetPassword(
    @Args(() => ResetPasswordArgs) { input }: ResetPasswordArgs,
    @Ctx() context: IdentityContext,
  ): Promise<SessionPayload> {
    const grant = await resetPassword(this.dependencies.passwords, input, context);
    return toSessionPayload(this.dependencies.signIn, grant, context.cookies, { rememberDevice: true });
  }

  @Mutation(() => Boolean, {
    description:
      'Confirms the address that the link was mailed to. Using the same link again returns true and changes nothing.',
  })
  @Public()
  async confirmEmail(
    @Args(() => ConfirmEmailArgs) { token }: ConfirmEmailArgs,
    @Ctx() { origin }: IdentityContext,
  ): Promise<boolean> {
    await confirmEmail(this.dependencies.links, token, origin);
    return true;
  }
}
