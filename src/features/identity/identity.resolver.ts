import { ValidateNested } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { AuthAnyRole, DuringPasswordChange, Public } from '../../shared/auth-decorators.js';
import { unauthenticated } from '../../shared/errors.js';
import { SizedBy } from '../../shared/list-size.js';
import { type InventoryLoader, SHOWN_CUSTOMERS } from '../inventory/inventory.loader.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { ChangePasswordInput, LoginInput, SessionPayload, ViewerType } from './identity.type.js';
import type { IdentityDependencies } from './identity-dependencies.js';
import { changePassword } from './passwords/change-password.js';
import type { BrowserCookies } from './sessions/browser-cookie.js';
import { logOut, logOutEverywhere } from './sessions/log-out.js';
import { refreshSession } from './sessions/refresh-session.js';
import type { Caller } from './sessions/session.store.js';
import { toSessionPayload } from './sessions/session-payload.js';
import type { SignedIn } from './sessions/signed-in.query.js';
import { toViewer } from './sessions/viewer.js';
import { login } from './sign-in/login.js';

/** What these resolvers need from the request context. */
export interface IdentityContext extends Caller {
  signedIn: SignedIn | null;
  cookies: BrowserCookies;
  loaders: { inventory: InventoryLoader };
}

@ArgsType()
class LoginArgs {
  @Field(() => LoginInput)
  @ValidateNested()
  input!: LoginInput;
}

@ArgsType()
class ChangePasswordArgs {
  @Field(() => ChangePasswordInput)
  @ValidateNested()
  input!: ChangePasswordInput;
}

/** The viewer, sign-in and sign-out, and the own password. */
@Resolver(() => ViewerType)
export class IdentityResolver {
  constructor(private readonly dependencies: IdentityDependencies) {}

  @Query(() => ViewerType, { nullable: true, description: 'Null if the request is not signed in.' })
  @Public()
  viewer(@Ctx() { signedIn }: IdentityContext): ViewerType | null {
    return signedIn && toViewer(signedIn);
  }

  @Mutation(() => SessionPayload, { description: 'Signs in. Takes effect from the next request on.' })
  @Public()
  async login(@Args(() => LoginArgs) { input }: LoginArgs, @Ctx() context: IdentityContext) {
    const grant = await login(this.dependencies.signIn, input, context);
    return toSessionPayload(this.dependencies.signIn, grant, context.cookies, { rememberDevice: true });
  }

  @Mutation(() => SessionPayload, {
    description:
      'Continues a session. A refresh token is valid once: if it is sent again later, its session ends.',
  })
  @Public()
  async refreshSession(
    @Arg('refreshToken', () => String, { nullable: true, description: 'If left out, the cookie is used.' })
    given: string | null,
    @Ctx() context: IdentityContext,
  ) {
    const { refresh } = context.cookies;
    const token = given ?? refresh.value ?? '';
    const grant = await refreshSession(this.dependencies.refresh, token, context.origin);
    if (grant) return toSessionPayload(this.dependencies.signIn, grant, context.cookies);
    // Otherwise the browser would send it again and again.
    if (token === refresh.value) refresh.remove();
    throw unauthenticated();
  }

  @Mutation(() => Boolean, { description: 'Ends this session.' })
  @AuthAnyRole()
  @DuringPasswordChange()
  async logout(@Ctx() context: IdentityContext): Promise<boolean> {
    await logOut(this.dependencies.signIn, mustBeSignedIn(context), context.origin);
    context.cookies.refresh.remove();
    return true;
  }

  @Mutation(() => Int, { description: 'Ends all sessions of the viewer, this one too. Returns how many.' })
  @AuthAnyRole()
  @DuringPasswordChange()
  async logoutEverywhere(@Ctx() context: IdentityContext): Promise<number> {
    const ended = await logOutEverywhere(this.dependencies.signIn, mustBeSignedIn(context), context.origin);
    context.cookies.refresh.remove();
    return ended;
  }

  @Mutation(() => SessionPayload, { description: 'Ends all sessions and opens a new one for the caller.' })
  @AuthAnyRole()
  @DuringPasswordChange()
  async changePassword(
    @Args(() => ChangePasswordArgs) { input }: ChangePasswordArgs,
    @Ctx() context: IdentityContext,
  ) {
    const { viewer } = mustBeSignedIn(context);
    const grant = await changePassword(this.dependencies.passwords, viewer, input, context);
    return toSessionPayload(this.dependencies.signIn, grant, context.cookies);
  }

  @SizedBy(shownCustomers)
  @FieldResolver(() => [ErpCustomer], {
    description: `The ERP customers whose inventory the viewer sees. If the viewer sees all: the ERP's first ${SHOWN_CUSTOMERS}.`,
  })
  async erpCustomers(
    @Root() { erpScope }: ViewerType,
    @Ctx() { loaders }: IdentityContext,
  ): Promise<ErpCustomer[]> {
    const names = await loaders.inventory.shownCustomers(erpScope);
    return names.map((name) => ({ name }));
  }
}

function shownCustomers({ signedIn }: IdentityContext): number {
  const scope = signedIn?.viewer.erpScope;
  return !scope || scope.all ? SHOWN_CUSTOMERS : scope.names.size;
}

/** The session and the login of a request to a field that requires a role. @throws UNAUTHENTICATED if there is none */
export function mustBeSignedIn({ signedIn }: IdentityContext): SignedIn {
  if (!signedIn) throw unauthenticated();
  return signedIn;
}
