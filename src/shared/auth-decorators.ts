import { Directive, Extensions } from 'type-graphql';
import { ROLES, type Role } from './auth.js';

/** The roles that may read inventory. The scope decides which part of it they see. */
export const STOCK_READERS = ['CUSTOMER', 'OPERATIONS', 'WAREHOUSE', 'ADMIN'] as const;

type FieldDecorator = PropertyDecorator & MethodDecorator;

/** The field resolves only for a signed-in viewer with one of these roles. */
export function Auth(...roles: readonly Role[]): FieldDecorator {
  return Directive(`@auth(requires: [${roles.join(', ')}])`) as FieldDecorator;
}

/** The field resolves for any signed-in viewer. */
export function AuthAnyRole(): FieldDecorator {
  return Auth(...ROLES);
}

/** The field resolves for anyone. */
export function Public(): FieldDecorator {
  return Directive('@public') as FieldDecorator;
}

/** The key in a field's extensions. It marks a field that a viewer may use before choosing a new password. */
export const DURING_PASSWORD_CHANGE = 'duringPasswordChange';

/** The field resolves even for a viewer who must choose a new password first. */
export function DuringPasswordChange(): FieldDecorator {
  return Extensions({ [DURING_PASSWORD_CHANGE]: true }) as FieldDecorator;
}
