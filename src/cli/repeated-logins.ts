import type { FieldProblem } from '../shared/errors.js';
import { emailKey, usernameKey } from '../shared/folded-keys.js';

const FIELDS = ['username', 'email'] as const;
const KEYS = { username: usernameKey, email: emailKey };

type Names = Record<(typeof FIELDS)[number], string>;

/**
 * Remembers which line of a file has which user name and e-mail. The database can't tell a second person with the same
 * one from a person who was imported before.
 */
export class RepeatedLogins {
  readonly #lines = { username: new Map<string, number>(), email: new Map<string, number>() };

  /** The fields of a row that an earlier row has too, each naming the line of that row. */
  problemsOf(names: Names): FieldProblem[] {
    return FIELDS.flatMap((path) => {
      const line = this.#lines[path].get(KEYS[path](names[path]));
      return line === undefined
        ? []
        : [{ path, message: `"${names[path]}" is also on line ${line}`, reason: 'DUPLICATE' }];
    });
  }

  /** Remembers a row whose login is in the database now. */
  add(names: Names, line: number): void {
    for (const field of FIELDS) this.#lines[field].set(KEYS[field](names[field]), line);
  }
}
