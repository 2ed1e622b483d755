import { decimal, type OnUnshown, shortest } from '../../shared/row-values.js';
import type { ErpRow } from '../erp.js';

/** The first and the last date that can be shown: ISO 8601 has four digits for the year. */
export const FIRST_DATE = '0001-01-01';
export const LAST_DATE = '9999-12-31';

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Values of a row as the API shows them. PostgreSQL has values that the API can't show, and one of them must not cost a
 * viewer the whole page: infinity, a date before Christ or after the year 9999 is shown as null, and a quantity that is
 * not a number as 0, because a quantity is never null. `unshown` says which these were.
 */
export class ShownValues {
  /** The columns whose values, of those read so far, can't be shown. */
  readonly unshown: string[] = [];

  constructor(
    private readonly row: ErpRow,
    private readonly onUnshown: OnUnshown,
  ) {}

  date(column: string): string | null {
    return this.#matching(column, DATE)?.[0] ?? null;
  }

  /** An instant that the server printed in UTC. */
  instant(column: string): Date | null {
    const [, day, time] = this.#matching(column, INSTANT) ?? [];
    return day ? new Date(`${day}T${time}Z`) : null;
  }

  quantity(column: string): string {
    const printed = decimal(this.row, column);
    return this.#matching(column, NUMBER) ? printed : '0';
  }

  /** A quantity that may be null. */
  optionalQuantity(column: string): string | null {
    const match = this.#matching(column, NUMBER);
    return match && shortest(match[0]);
  }

  #matching(column: string, pattern: RegExp): RegExpExecArray | null {
    const printed = this.row[column] ?? null;
    const match = printed === null ? null : pattern.exec(printed);
    if (printed !== null && match === null) {
      this.unshown.push(column);
      this.onUnshown(column);
    }
    return match;
  }
}
