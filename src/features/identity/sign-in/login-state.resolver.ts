import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars.js';
import { PortalUser } from '../../users/portal-user.type.js';
import type { LoginStateLoader } from './login-state.loader.js';

/** What these resolvers need from the request context. */
export interface LoginStateContext {
  loaders: { loginStates: LoginStateLoader };
}

/** The failed sign-ins of a login. */
@Resolver(() => PortalUser)
export class LoginStateResolver {
  @FieldResolver(() => Int, {
    description: 'Failed sign-ins, until a success from the same place or a day without another failure.',
  })
  async failedLoginCount(@Root() { id }: PortalUser, @Ctx() { loaders }: LoginStateContext): Promise<number> {
    return (await loaders.loginStates.of(id)).failedLoginCount;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Set while sign-ins have to wait after too many failures. The wait may not apply where the login is known.',
  })
  async lockedUntil(@Root() { id }: PortalUser, @Ctx() { loaders }: LoginStateContext): Promise<Date | null> {
    return (await loaders.loginStates.of(id)).lockedUntil;
  }
}
