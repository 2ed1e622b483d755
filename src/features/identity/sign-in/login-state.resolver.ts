import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';
import { PortalUser } from '../../users/portal-user.type.js';
import type { LoginStateLoader } from './login-state.loader.js';

/** What these resolvers need of a request. */
export interface LoginStateContext {
  loaders: { loginStates: LoginStateLoader };
}

@Resolver(() => PortalUser)
export class LoginStateResolver {
  @FieldResolver(() => Int, { description: 'Sign-ins that failed since the last that did not.' })
  async failedLoginCount(@Root() { id }: PortalUser, @Ctx() { loaders }: LoginStateContext): Promise<number> {
    return (await loaders.loginStates.of(id)).failedLoginCount;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Set while too many failures make somebody wait; addresses that the login is known at may not be meant.',
  })
  async lockedUntil(@Root() { id }: PortalUser, @Ctx() { loaders }: LoginStateContext): Promise<Date | null> {
    return (await loaders.loginStates.of(id)).lockedUntil;
  }
}
