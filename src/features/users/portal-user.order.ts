import type { SelectQueryBuilder } from 'typeorm';
import type { Position } from '../../shared/cursor.js';
import { keysetAlternatives, type SortTerm } from '../../shared/keyset.js';
import type { PortalUserOrder } from './portal-user.args.js';
import type { PortalUserRecord } from './portal-user.entity.js';

type Column = 'username' | 'email' | 'created_at' | 'last_login_at' | 'id';
export type PortalUserTerm = SortTerm<Column>;

/** What each column of an order is in SQL, for a query whose logins are called u. */
export const SORT_EXPRESSIONS: Record<Column, string> = {
  username: 'lower(u.username)',
  email: 'lower(u.email)',
  created_at: 'u.created_at',
  last_login_at: 'u.last_login_at',
  // In brackets, else TypeORM takes it for the entity's own column and renames that.
  id: '(u.id)',
};

const TERMS: Record<PortalUserOrder['field'], PortalUserTerm> = {
  USERNAME: { column: 'username', direction: 'ASC', nullable: false },
  EMAIL: { column: 'email', direction: 'ASC', nullable: false },
  CREATED_AT: { column: 'created_at', direction: 'ASC', nullable: false },
  LAST_LOGIN_AT: { column: 'last_login_at', direction: 'ASC', nullable: true },
};

/** The order asked for, or by user name, made total by the id. */
export function toTerms(order: PortalUserOrder | null | undefined): PortalUserTerm[] {
  const term = { ...TERMS[order?.field ?? 'USERNAME'], direction: order?.direction ?? 'ASC' } as const;
  return [term, { column: 'id', direction: 'ASC', nullable: false }];
}

/** Keeps a query to the logins beyond a position, forwards or backwards. */
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
