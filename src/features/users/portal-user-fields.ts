import { isPlainEmail } from '../../shared/email.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import { USERNAME, USERNAME_WANTED } from '../../shared/username.js';

const LONGEST_DISPLAY_NAME = 200;
/** As far as names of ERP customers are compared. */
const LONGEST_ERP_NAME = 400;
/** Control characters, halves of characters and breaks. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

const quoted = (text: string) => `found "${text.slice(0, 80)}"`;

/** What a login is given; what is left out isn't looked at. */
export interface PortalUserFields {
  username?: string;
  email?: string;
  displayName?: string | null;
  erpCustomerNames?: readonly string[];
}

/** What keeps a user name and an e-mail from being ones. */
export function fieldProblems({ username, email }: PortalUserFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (username !== undefined && !USERNAME.test(username)) {
    problems.push({ path: 'username', message: `${quoted(username)}; ${USERNAME_WANTED}` });
  }
  if (email !== undefined && !isPlainEmail(email)) {
    problems.push({ path: 'email', message: `${quoted(email)}; wanted an e-mail address` });
  }
  return problems;
}

/** Lets through what an admin may give a login. @throws BAD_USER_INPUT naming each field below `input` */
export function assertPortalUserFields(fields: PortalUserFields, ...others: FieldProblem[]): void {
  const own = [
    ...fieldProblems(fields),
    ...displayNameProblems(fields.displayName ?? ''),
    ...(fields.erpCustomerNames ?? []).flatMap(erpNameProblems),
  ];
  const [first, ...more] = [...own.map(underInput), ...others];
  if (first) throw badUserInput(first, ...more);
}

/** Where a field stands in the input of an admin's act. */
export const underInput = ({ path, message }: FieldProblem): FieldProblem => ({
  path: `input.${path}`,
  message,
});

/** Without blanks around it; null where nothing else is there. */
export const trimToNull = (text: string | null | undefined): string | null => text?.trim() || null;

function displayNameProblems(name: string): FieldProblem[] {
  const wanted = `wanted at most ${LONGEST_DISPLAY_NAME} characters that can be printed`;
  const length = [...name].length;
  if (length > LONGEST_DISPLAY_NAME) {
    return [{ path: 'displayName', message: `found ${length} characters; ${wanted}` }];
  }
  if (!UNPRINTABLE.test(name)) return [];
  return [{ path: 'displayName', message: `found a character that can't be printed; ${wanted}` }];
}

function erpNameProblems(name: string, index: number): FieldProblem[] {
  const path = `erpCustomerNames.${index}`;
  const wanted = 'wanted the name of an ERP customer';
  if (name.trim() === '') return [{ path, message: `found no name; ${wanted}` }];
  if (name.length > LONGEST_ERP_NAME)
    return [{ path, message: `found ${name.length} characters; ${wanted}` }];
  // PostgreSQL's text can't hold NUL, and there is no half of a character in UTF-8.
  if (!/[\0\p{Cs}]/u.test(name)) return [];
  return [{ path, message: `found a character that no text can hold; ${wanted}` }];
}
