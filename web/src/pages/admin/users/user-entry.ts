import type { PortalUserPartsFragment, Role, UpdatePortalUserInput } from '../../../app/operations.generated';
import type { ErpSight } from '../erp-choice';

/** What is typed about a login. */
export interface UserEntry {
  username: string;
  displayName: string;
  email: string;
  role: Role;
  sees: ErpSight;
}

/** The fields of the form. */
export const FIELDS = ['username', 'displayName', 'email', 'role', 'sees'] as const;

/** A login as the form has it. What a role sees anyway is not the login's own, so it is not offered to a customer. */
export const entryOf = (user: PortalUserPartsFragment): UserEntry => ({
  username: user.username,
  displayName: user.displayName ?? '',
  email: user.email,
  role: user.role,
  sees: {
    all: user.role === 'CUSTOMER' && user.allErpCustomers,
    names: user.erpCustomers.map(({ name }) => name).toSorted(),
  },
});

/** Whether two entries say the same of a field. */
export function isSame(one: UserEntry, other: UserEntry, field: (typeof FIELDS)[number]): boolean {
  if (field !== 'sees') return one[field].trim() === other[field].trim();
  const text = ({ all, names }: ErpSight) => (all ? 'all' : JSON.stringify(names.toSorted()));
  return text(one.sees) === text(other.sees);
}

/** What an edit sends: only what differs from what it is based on. */
export function editInput(base: PortalUserPartsFragment, entry: UserEntry): UpdatePortalUserInput {
  const before = entryOf(base);
  const changed = (field: (typeof FIELDS)[number]) => !isSame(before, entry, field);
  const { username, displayName, email, role, sees } = entry;
  const isCustomer = role === 'CUSTOMER' && (changed('sees') || before.role !== 'CUSTOMER');
  return {
    ...{ id: base.id, version: base.version },
    ...(changed('username') ? { username } : {}),
    ...(changed('displayName') ? { displayName: displayName.trim() || null } : {}),
    ...(changed('email') ? { email } : {}),
    ...(changed('role') ? { role } : {}),
    ...(isCustomer
      ? { allErpCustomers: sees.all, ...(sees.all ? {} : { erpCustomerNames: sees.names }) }
      : {}),
  } as UpdatePortalUserInput;
}
