import { Directive, Extensions } from 'type-graphql';
import { ROLES, type Role } from './auth.js';

/** The roles that may read inventory at all; how much of it is a matter of scope. */
export const STOCK_READERS = ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] as const;

type FieldDecorator = PropertyDecorator & MethodDecorator;

/** The field resolves only for a signed-in viewer with one of these roles. */
export function Auth(...roles: readonly Role[]): FieldDecorator {
  return Directive(`@auth(requires: [${roles.join(', ')}])`) as FieldDecorator;
}

/** The field resolves for whoever is signed in. */
export function AuthAnyRole(): FieldDecorator {
  return Auth(...ROLES);
}

/** The field resolves for anyone. */
export function Public(): FieldDecorator {
  return Directive('@public') as FieldDecorator;
}

/** The mark, in a field's extensions, of what a viewer may do before choosing a new password. */
export const DURING_PASSWORD_CHANGE = 'duringPasswordChange';

/** The field resolves even for a viewer who has yet to choose a new password. */
export function DuringPasswordChange(): FieldDecorator {
  return Extensions({ [DURING_PASSWORD_CHANGE]: true }) as FieldDecorator;
}
