import { isPlainEmail } from '../../shared/email.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import { invalidFormat, tooLong } from '../../shared/refusal-reasons.js';
import { UNPRINTABLE } from '../../shared/unprintable.js';
import { USERNAME, USERNAME_WANTED } from '../../shared/username.js';

/** How many characters a display name may have. */
export const MAX_DISPLAY_NAME = 200;
/** Names of ERP customers are compared up to this length. */
const MAX_ERP_NAME = 400;

const found = (text: string) => `found "${text.slice(0, 80)}"`;

/** The fields of a login to check. A field that is left out is not checked. */
export interface PortalUserFields {
  username?: string;
  email?: string;
  displayName?: string | null;
  erpCustomerNames?: readonly string[];
}

/** The problems of a user name and an e-mail. */
export function fieldProblems({ username, email }: PortalUserFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (username !== undefined && !USERNAME.test(username)) {
    problems.push({
      path: 'username',
      message: `${found(username)}; ${USERNAME_WANTED}`,
      ...invalidFormat('username'),
    });
  }
  if (email !== undefined && !isPlainEmail(email)) {
    problems.push({
      path: 'email',
      message: `${found(email)}; wanted an e-mail address`,
      ...invalidFormat('email'),
    });
  }
  return problems;
}

/**
 * Throws unless an admin may give a login these fields.
 *
 * @param others problems that the caller has already found, to be reported together with those of the fields
 * @throws BAD_USER_INPUT naming each wrong field by its path below `input`
 */
export function assertPortalUserFields(fields: PortalUserFields, ...others: FieldProblem[]): void {
  const own = [
    ...fieldProblems(fields),
    ...displayNameProblems(fields.displayName ?? ''),
    ...(fields.erpCustomerNames ?? []).flatMap(erpNameProblems),
  ];
  const [first, ...more] = [...own.map(underInput), ...others];
  if (first) throw badUserInput(first, ...more);
}

/** The same problem, with the path of its field in an admin's mutation: below `input`. */
export const underInput = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  path: `input.${problem.path}`,
});

/**
 * A user name or e-mail as it is stored: in NFC, without surrounding blanks. A text with a control character, such as a
 * line break, stays as it is, so that it is refused.
 */
export const tidy = (text: string): string => (/\p{Cc}/u.test(text) ? text : text.normalize('NFC').trim());

/** The text without surrounding white space; null if nothing remains. */
export const trimToNull = (text: string | null | undefined): string | null => text?.trim() || null;

function displayNameProblems(name: string): FieldProblem[] {
  const wanted = `wanted at most ${MAX_DISPLAY_NAME} characters that can be printed`;
  const length = [...name].length;
  if (length > MAX_DISPLAY_NAME) {
    const message = `found ${length} characters; ${wanted}`;
    return [{ path: 'displayName', message, ...tooLong(MAX_DISPLAY_NAME) }];
  }
  if (!UNPRINTABLE.test(name)) return [];
  const message = `found a character that can't be printed; ${wanted}`;
  return [{ path: 'displayName', message, reason: 'UNPRINTABLE' }];
}

/** The problems of the name of an ERP customer, without asking the ERP. @param index its place in `erpCustomerNames` */
export function erpNameProblems(name: string, index: number): FieldProblem[] {
  const path = `erpCustomerNames.${index}`;
  const wanted = 'wanted the name of an ERP customer';
  if (name.trim() === '') return [{ path, message: `found no name; ${wanted}`, reason: 'REQUIRED' }];
  if (name.length > MAX_ERP_NAME) {
    return [{ path, message: `found ${name.length} characters; ${wanted}`, ...tooLong(MAX_ERP_NAME) }];
  }
  // PostgreSQL's text type can't hold NUL, and UTF-8 can't encode lone surrogates.
  if (!/[\0\p{Cs}]/u.test(name)) return [];
  return [{ path, message: `found a character that can't be stored; ${wanted}`, reason: 'UNPRINTABLE' }];
}
