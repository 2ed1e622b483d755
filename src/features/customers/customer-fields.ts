import { isPlainEmail } from '../../shared/email.js';
import { badUserInput, type FieldProblem } from '../../shared/errors.js';

/** What staff enter of a customer, before it is checked. */
export interface CustomerFields {
  firstName: string;
  lastName: string;
  company: string | null;
  email: string | null;
  phone: string | null;
}

const MAX_NAME = 100;
const MAX_COMPANY = 200;
const PHONE = /^(?=(?:\D*\d){3})[+\d][\d ()./x-]{2,39}$/;
// Control characters, NUL among them, and halves of characters.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * What was entered, without blanks around it and with null for what is empty.
 *
 * @throws BAD_USER_INPUT naming every field that is wrong
 */
export function validateCustomer(entry: CustomerFields): CustomerFields {
  const trimmed = {
    firstName: entry.firstName.trim(),
    lastName: entry.lastName.trim(),
    company: entry.company?.trim() || null,
    email: entry.email?.trim() || null,
    phone: entry.phone?.trim() || null,
  };
  const [first, ...others] = problemsOf(trimmed);
  if (first) throw badUserInput(first, ...others);
  return trimmed;
}

function problemsOf({ firstName, lastName, company, email, phone }: CustomerFields): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: keyof CustomerFields, value: string, wanted: string) =>
    problems.push({
      path: `input.${field}`,
      message: `found ${JSON.stringify(value.slice(0, 80))}; wanted ${wanted}`,
    });
  const isText = (text: string, most: number) => text.length <= most && !UNPRINTABLE.test(text);
  for (const [field, name] of [
    ['firstName', firstName],
    ['lastName', lastName],
  ] as const) {
    if (name === '' || !isText(name, MAX_NAME)) refuse(field, name, `1 to ${MAX_NAME} characters`);
  }
  if (company !== null && !isText(company, MAX_COMPANY)) {
    refuse('company', company, `at most ${MAX_COMPANY} characters`);
  }
  if (email !== null && !isPlainEmail(email)) refuse('email', email, 'an e-mail address');
  if (phone !== null && !PHONE.test(phone)) {
    refuse('phone', phone, 'a phone number such as +61 2 5550 1234, of at most 40 characters');
  }
  return problems;
}
