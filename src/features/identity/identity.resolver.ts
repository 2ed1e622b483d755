import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AuthAnyRole, DuringPasswordChange, Public } from '../../shared/auth-decorators.js';
import { unauthenticated } from '../../shared/errors.js';
import type { InventoryLoader } from '../inventory/inventory.loader.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import { changePassword } from './change-password.js';
import { ChangePasswordInput, LoginInput, SessionPayload, ViewerType } from './identity.type.js';
import { logOut } from './log-out.js';
import { type LoginDependencies, login } from './login.js';
import type { SessionGrant } from './open-session.js';
import type { Client, SignedIn } from './session.store.js';
import { toViewer } from './viewer.js';

/** How many ERP customers a viewer with all of them is shown by name; `erpCustomers(search:)` finds the others. */
const SHOWN_CUSTOMERS = 1000;

/** What these resolvers need of a request. */
export interface IdentityContext {
  signedIn: SignedIn | null;
  client: Client;
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

@Resolver(() => ViewerType)
export class IdentityResolver {
  constructor(private readonly dependencies: LoginDependencies) {}

  @Query(() => ViewerType, { nullable: true, description: 'Null when nobody is signed in.' })
  @Public()
  viewer(@Ctx() { signedIn }: IdentityContext): ViewerType | null {
    return signedIn && toViewer(signedIn);
  }

  @Mutation(() => SessionPayload, { description: 'Signs in. The rest of the same request stays as it was.' })
  @Public()
  async login(@Args(() => LoginArgs) { input }: LoginArgs, @Ctx() { client }: IdentityContext) {
    return this.#payload(await login(this.dependencies, input, client));
  }

  @Mutation(() => Boolean, { description: 'Ends this session.' })
  @AuthAnyRole()
  @DuringPasswordChange()
  async logout(@Ctx() { signedIn }: IdentityContext): Promise<boolean> {
    if (!signedIn) throw unauthenticated();
    await logOut(this.dependencies, signedIn.viewer);
    return true;
  }

  @Mutation(() => SessionPayload, { description: 'Ends all sessions, and opens a new one for the caller.' })
  @AuthAnyRole()
  @DuringPasswordChange()
  async changePassword(
    @Args(() => ChangePasswordArgs) { input }: ChangePasswordArgs,
    @Ctx() { signedIn, client }: IdentityContext,
  ) {
    if (!signedIn) throw unauthenticated();
    return this.#payload(await changePassword(this.dependencies, signedIn.viewer, input, client));
  }

  @FieldResolver(() => [ErpCustomer], {
    description: `Whose inventory the viewer sees; for one who sees all, the ERP's first ${SHOWN_CUSTOMERS}.`,
  })
  async erpCustomers(
    @Root() { erpScope }: ViewerType,
    @Ctx() { loaders }: IdentityContext,
  ): Promise<ErpCustomer[]> {
    const names = erpScope.all
      ? await loaders.inventory.customers(erpScope, null, SHOWN_CUSTOMERS)
      : [...erpScope.names].sort();
    return names.map((name) => ({ name }));
  }

  async #payload(grant: SessionGrant): Promise<SessionPayload> {
    const signedIn = await this.dependencies.sessions.find(grant);
    if (!signedIn) throw unauthenticated();
    return { accessToken: grant.accessToken, expiresAt: grant.expiresAt, viewer: toViewer(signedIn) };
  }
}
