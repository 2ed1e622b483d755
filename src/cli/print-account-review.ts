import {
  type AccountReview,
  FAILURES_WITHIN,
  MANY_FAILURES,
  type ReviewedAccount,
} from '../features/customers/account-review.store.js';
import { table } from './table.js';

type Cell = string | number | Date | null;

/** Formats a review as tables. */
export function printAccountReview(review: AccountReview, days: number): string {
  return [
    section(`Active, and not used for ${days} days`, review.dormant, [], () => []),
    section('Active, of deleted customers', review.ofDeletedCustomers, ['DELETED'], (one) => [one.deletedAt]),
    section(
      `${MANY_FAILURES} or more failed sign-ins within ${FAILURES_WITHIN}`,
      review.failedSignIns,
      ['FAILED', 'LAST', 'ACTIVE'],
      (one) => [one.failures, one.lastFailureAt, one.active ? 'yes' : 'no'],
    ),
    section(
      'Active, with a temporary password that ran out unused',
      review.expiredPasswords,
      ['EXPIRED'],
      (one) => [one.expiredAt],
    ),
  ].join('\n\n');
}

function section<Account extends ReviewedAccount>(
  title: string,
  accounts: readonly Account[],
  columns: readonly string[],
  cellsOf: (account: Account) => Cell[],
): string {
  if (accounts.length === 0) return `${title}: none`;
  const head = ['USER NAME', 'ROLE', 'E-MAIL', 'CREATED', 'LAST SIGN-IN', ...columns];
  const rows = accounts.map((one) =>
    [one.username, one.role, one.email, one.createdAt, one.lastLoginAt, ...cellsOf(one)].map(shown),
  );
  return [`${title}: ${accounts.length}`, ...table([head, ...rows])].join('\n');
}

/** Formats a cell on one line. Control characters become spaces, because a name must not control the terminal. */
function shown(cell: Cell): string {
  if (cell === null) return 'never';
  if (cell instanceof Date) return `${cell.toISOString().slice(0, 16).replace('T', ' ')}Z`;
  return String(cell).replace(/\p{C}/gu, ' ');
}
