import type { Role } from '../../../shared/auth.js';

/** The statuses of a connote, in the order of its life. */
export const CONNOTE_STATUSES = [
  'DRAFT',
  'PENDING',
  'CONFIRMED',
  'ALLOCATED',
  'IN_TRANSIT',
  'DELIVERED',
  'CANCELLED',
] as const;
/** One of these statuses. */
export type ConnoteStatus = (typeof CONNOTE_STATUSES)[number];

/** Who makes a transition. The driver is the one that the connote is allocated to. */
type Actor = Exclude<Role, 'WAREHOUSE'>;

interface Transition {
  from: ConnoteStatus;
  to: ConnoteStatus;
  by: readonly Actor[];
}

const STAFF = ['OPERATIONS', 'ADMIN'] as const;

/**
 * Every transition, and who may make it. What isn't here can't happen. From ALLOCATED to ALLOCATED, the driver changes.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'DRAFT', to: 'PENDING', by: ['CUSTOMER', ...STAFF] },
  { from: 'PENDING', to: 'CONFIRMED', by: STAFF },
  { from: 'CONFIRMED', to: 'ALLOCATED', by: STAFF },
  { from: 'ALLOCATED', to: 'ALLOCATED', by: STAFF },
  { from: 'ALLOCATED', to: 'IN_TRANSIT', by: ['DRIVER'] },
  { from: 'IN_TRANSIT', to: 'DELIVERED', by: ['DRIVER'] },
  { from: 'DRAFT', to: 'CANCELLED', by: ['CUSTOMER', ...STAFF] },
  { from: 'PENDING', to: 'CANCELLED', by: ['CUSTOMER', ...STAFF] },
  { from: 'CONFIRMED', to: 'CANCELLED', by: ['CUSTOMER', ...STAFF] },
  { from: 'ALLOCATED', to: 'CANCELLED', by: STAFF },
];

/** Whether a role may make the transition. That a driver is the assigned one is a matter of their scope. */
export const mayMove = (role: Role, from: ConnoteStatus, to: ConnoteStatus): boolean =>
  TRANSITIONS.some((one) => one.from === from && one.to === to && (one.by as readonly Role[]).includes(role));

/**
 * Whether only other roles move connotes to this status. A status that nobody moves them to is no matter of the role.
 */
export const isForOthers = (role: Role, to: ConnoteStatus): boolean => {
  const steps = TRANSITIONS.filter((one) => one.to === to);
  return steps.length > 0 && !steps.some((one) => (one.by as readonly Role[]).includes(role));
};

/** The statuses that a role may move a connote to now. An unpriced connote can't be confirmed. */
export const allowedTransitions = (
  role: Role,
  { status, priced }: { status: ConnoteStatus; priced: boolean },
): ConnoteStatus[] =>
  CONNOTE_STATUSES.filter((to) => mayMove(role, status, to) && (to !== 'CONFIRMED' || priced));
