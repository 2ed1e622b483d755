import { isEmail } from 'class-validator';
import { QueryFailedError } from 'typeorm';
import type { Tx } from '../../db/in-transaction.js';
import { ROLE_IDS, type Role } from '../../shared/auth.js';
import { badUserInput, type FieldProblem, PorticoError } from '../../shared/errors.js';
import { USERNAME, USERNAME_WANTED } from '../../shared/username.js';
import type { PortalUserRecord } from './portal-user.entity.js';
import type { PortalUserStore } from './portal-user.store.js';

export interface NewPortalUser {
  username: string;
  email: string;
  displayName: string | null;
  role: Role;
  passwordHash: string;
  /** True where left out. */
  active?: boolean;
  mustChangePassword: boolean;
  /** Where the password is a temporary one: its end. */
  temporaryPasswordExpiresAt?: Date;
  allErpCustomers: boolean;
  erpCustomerNames: readonly string[];
}

const UNIQUE_VIOLATION = '23505';

/**
 * Adds a login.
 *
 * @throws BAD_USER_INPUT for a user name or e-mail that can't be one, CONFLICT naming the field for one that is taken
 */
export async function createPortalUser(
  tx: Tx,
  store: PortalUserStore,
  user: NewPortalUser,
): Promise<PortalUserRecord> {
  const { role, erpCustomerNames, active = true, ...rest } = user;
  const [first, ...others] = problemsOf(user);
  if (first) throw badUserInput(first, ...others);
  try {
    const record = {
      temporaryPasswordExpiresAt: null,
      ...rest,
      roleId: ROLE_IDS[role],
      active,
      emailConfirmed: false,
    };
    return await store.insert(tx, record, erpCustomerNames);
  } catch (error) {
    throw asConflict(error, user) ?? error;
  }
}

/** What keeps a user name and an e-mail from being ones. */
export function problemsOf({ username, email }: Pick<NewPortalUser, 'username' | 'email'>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!USERNAME.test(username)) {
    problems.push({ path: 'username', message: `found "${username.slice(0, 80)}"; ${USERNAME_WANTED}` });
  }
  if (!isEmail(email)) {
    problems.push({ path: 'email', message: `found "${email.slice(0, 80)}"; wanted an e-mail address` });
  }
  return problems;
}

function asConflict(error: unknown, user: NewPortalUser): PorticoError | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code !== UNIQUE_VIOLATION) return null;
  const path = constraint === 'portal_user_email' ? 'email' : 'username';
  const message = `"${user[path]}" is taken by another login`;
  return new PorticoError('CONFLICT', `${path}: ${message}`, { fields: [{ path, message }] });
}
