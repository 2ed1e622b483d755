import type { SelectQueryBuilder } from 'typeorm';
import type { Position } from '../../shared/cursor.js';
import { keysetAlternatives, type SortTerm } from '../../shared/keyset.js';
import type { PortalUserOrder } from './portal-user.args.js';
import type { PortalUserRecord } from './portal-user.entity.js';

type Column = 'username' | 'email' | 'created_at' | 'last_login_at' | 'id';
/** One term of an order of logins. */
export type PortalUserTerm = SortTerm<Column>;

/** The SQL expression of each sort column, for a query in which the alias of the logins is u. */
export const SORT_EXPRESSIONS: Record<Column, string> = {
  username: 'u.username_key',
  email: 'u.email_key',
  created_at: 'u.created_at',
  last_login_at: 'u.last_login_at',
  // In brackets: otherwise TypeORM takes it for an entity property and renames it.
  id: '(u.id)',
};

const TERMS: Record<PortalUserOrder['field'], PortalUserTerm> = {
  USERNAME: { column: 'username', direction: 'ASC', nullable: false },
  EMAIL: { column: 'email', direction: 'ASC', nullable: false },
  CREATED_AT: { column: 'created_at', direction: 'ASC', nullable: false },
  LAST_LOGIN_AT: { column: 'last_login_at', direction: 'ASC', nullable: true },
};

/** The requested order, or by user name if there is none. The id comes last and makes the order total. */
export function toTerms(order: PortalUserOrder | null | undefined): PortalUserTerm[] {
  const term = { ...TERMS[order?.field ?? 'USERNAME'], direction: order?.direction ?? 'ASC' } as const;
  return [term, { column: 'id', direction: 'ASC', nullable: false }];
}

/** Restricts a query to the logins after a position, or to those before it if `backwards`. */
export function whereKeyset(
  query: SelectQueryBuilder<PortalUserRecord>,
  terms: readonly PortalUserTerm[],
  position: Position,
  backwards: boolean,
): void {
  const parameters: Record<string, string> = {};
  const alternatives = keysetAlternatives(terms, position, backwards).map((conditions) =>
    conditions
      .map((condition) => {
        const expression = SORT_EXPRESSIONS[condition.column];
        if (!('value' in condition)) return `${expression} ${condition.operator}`;
        const name = `${backwards ? 'before' : 'after'}_${condition.column}`;
        parameters[name] = condition.value;
        return `${expression} ${condition.operator} :${name}`;
      })
      .join(' and '),
  );
  query.andWhere(`(${alternatives.map((all) => `(${all})`).join(' or ') || 'false'})`, parameters);
}
