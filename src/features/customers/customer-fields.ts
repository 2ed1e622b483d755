import { isPlainEmail } from '../../shared/email.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';
import { isPhone } from '../../shared/phone.js';

/** A customer's fields as staff enter them. */
export interface CustomerFields {
  firstName: string;
  lastName: string;
  company: string | null;
  email: string | null;
  phone: string | null;
}

const MAX_NAME = 100;
const MAX_COMPANY = 200;
// Control characters, including NUL, and lone surrogates.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * Validates the fields.
 *
 * @returns the fields trimmed, with null for an optional field that is empty
 * @throws BAD_USER_INPUT naming every invalid field
 */
export function validateCustomer(entry: CustomerFields): CustomerFields {
  const trimmed = {
    firstName: entry.firstName.trim(),
    lastName: entry.lastName.trim(),
    company: entry.company?.trim() || null,
    email: entry.email?.normalize('NFC').trim() || null,
    phone: entry.phone?.trim() || null,
  };
  const [first, ...others] = problemsOf(trimmed);
  if (first) throw badUserInput(first, ...others);
  return trimmed;
}

function problemsOf({ firstName, lastName, company, email, phone }: CustomerFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const addProblem = (field: keyof CustomerFields, value: string, wanted: string) =>
    problems.push({
      path: `input.${field}`,
      message: `found ${JSON.stringify(value.slice(0, 80))}; wanted ${wanted}`,
    });
  const isText = (text: string, maxLength: number) => text.length <= maxLength && !UNPRINTABLE.test(text);
  for (const [field, name] of [
    ['firstName', firstName],
    ['lastName', lastName],
  ] as const) {
    if (name === '' || !isText(name, MAX_NAME)) addProblem(field, name, `1 to ${MAX_NAME} characters`);
  }
  if (company !== null && !isText(company, MAX_COMPANY)) {
    addProblem('company', company, `at most ${MAX_COMPANY} characters`);
  }
  if (email !== null && !isPlainEmail(email)) addProblem('email', email, 'an e-mail address');
  if (phone !== null && !isPhone(phone)) {
    addProblem('phone', phone, 'a phone number such as +61 2 5550 1234, of at most 40 characters');
  }
  return problems;
}
