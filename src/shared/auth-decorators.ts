import { Directive, Extensions } from 'type-graphql';
import { ROLES, type Role, STOCK_READERS } from './auth.js';

type FieldDecorator = PropertyDecorator & MethodDecorator;

/** The field resolves only for a signed-in viewer with one of these roles. */
export function Auth(...roles: readonly Role[]): FieldDecorator {
  return Directive(`@auth(requires: [${roles.join(', ')}])`) as FieldDecorator;
}

/** The key in a field's extensions. It marks a field that API keys may read. */
export const FOR_API_KEYS = 'forApiKeys';

/** The field resolves for every role that reads inventory, and for API keys. It must be limited to the caller's scope. */
export function AuthStockReaders(): FieldDecorator {
  const auth = Auth(...STOCK_READERS);
  const forApiKeys = Extensions({ [FOR_API_KEYS]: true }) as FieldDecorator;
  return ((target: object, key: string, descriptor: PropertyDescriptor) => {
    auth(target, key, descriptor);
    forApiKeys(target, key, descriptor);
  }) as FieldDecorator;
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
