import type { FieldProblem } from '../shared/errors.js';

const FIELDS = ['username', 'email'] as const;

type Names = Record<(typeof FIELDS)[number], string>;

/** The form in which two user names, or two e-mails, are the same. */
const keyOf = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * Remembers which line of a file has which user name and e-mail. The database can't tell a second person with the same
 * one from a person who was imported before.
 */
export class RepeatedLogins {
  readonly #lines = { username: new Map<string, number>(), email: new Map<string, number>() };

  /** The fields of a row that an earlier row has too, each naming the line of that row. */
  problemsOf(names: Names): FieldProblem[] {
    return FIELDS.flatMap((path) => {
      const line = this.#lines[path].get(keyOf(names[path]));
      return line === undefined ? [] : [{ path, message: `"${names[path]}" is also on line ${line}` }];
    });
  }

  /** Remembers a row whose login is in the database now. */
  add(names: Names, line: number): void {
    for (const field of FIELDS) this.#lines[field].set(keyOf(names[field]), line);
  }
}
