import { ROLE_IDS, ROLES, type Role } from '../../shared/auth.js';
import type { FieldProblem } from '../../shared/errors.js';
import { parsePasswordHash } from '../../shared/password-hash.js';
import { invalidFormat, notAChoice, type Reason } from '../../shared/refusal-reasons.js';
import type { NewPortalUser } from '../users/insert-portal-user.js';
import { fieldProblems, tidy } from '../users/portal-user-fields.js';

/** The columns that a file with the users of an older portal may have. */
export const USER_COLUMNS = [
  'username',
  'email',
  'display_name',
  'role',
  'password_hash',
  'active',
  'all_erp_customers',
  'erp_customers',
  'must_change_password',
] as const;
/** One of these columns. */
export type UserColumn = (typeof USER_COLUMNS)[number];
/** The fields of a row, by column. */
export type UserRow = Partial<Record<UserColumn, string>>;

const FLAGS: Record<string, boolean> = {
  ...{ true: true, t: true, yes: true, '1': true },
  ...{ false: false, f: false, no: false, '0': false },
};

/** The login that a row describes, or all problems of the row. An empty field counts as left out. */
export function parseUserRow(row: UserRow): { user: NewPortalUser } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read = <T>(
    path: UserColumn,
    fallback: T,
    parse: (text: string) => T | undefined,
    { wanted, ...reason }: { wanted: string } & Reason,
  ): T => {
    const text = row[path] ?? '';
    if (text === '') return fallback;
    const value = parse(text);
    if (value !== undefined) return value;
    problems.push({ path, message: `found "${text.slice(0, 80)}"; ${wanted}`, ...reason });
    return fallback;
  };
  const flag = (path: UserColumn, fallback: boolean) =>
    read(path, fallback, (text) => FLAGS[text.toLowerCase()], {
      wanted: 'wanted true or false',
      ...notAChoice('true', 'false'),
    });

  const user: NewPortalUser = {
    username: tidy(row.username ?? ''),
    email: tidy(row.email ?? ''),
    displayName: row.display_name || null,
    role: read('role', 'CUSTOMER', parseRole, {
      wanted: `wanted ${ROLES.join(', ')}, or 1 to 5`,
      ...notAChoice(...ROLES),
    }),
    passwordHash: row.password_hash ?? '',
    active: flag('active', true),
    mustChangePassword: flag('must_change_password', false),
    allErpCustomers: flag('all_erp_customers', false),
    erpCustomerNames: parseNames(row.erp_customers ?? ''),
  };
  problems.unshift(...fieldProblems(user));
  const hash = parsePasswordHash(user.passwordHash);
  if ('problem' in hash) {
    const message = `found ${hash.problem}`;
    problems.push({ path: 'password_hash', message, ...invalidFormat('password_hash') });
  }
  return problems.length > 0 ? { problems } : { user };
}

function parseRole(text: string): Role | undefined {
  return ROLES.find((role) => role === text.toUpperCase() || String(ROLE_IDS[role]) === text);
}

/** Names separated by semicolons. A double semicolon stands for one within a name. */
function parseNames(text: string): string[] {
  return text
    .split(/(?<!;);(?!;)/)
    .map((name) => name.replaceAll(';;', ';').trim())
    .filter((name) => name !== '');
}
