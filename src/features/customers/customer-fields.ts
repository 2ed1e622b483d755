import { isPlainEmail } from '../../shared/email.js';
import { FieldProblems, quoted } from '../../shared/field-problems.js';
import { isPhone } from '../../shared/phone.js';
import { invalidFormat, type Reason, tooLong } from '../../shared/refusal-reasons.js';

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
  assertValid(trimmed);
  return trimmed;
}

function assertValid({ firstName, lastName, company, email, phone }: CustomerFields): void {
  const problems = new FieldProblems();
  const addProblem = (field: keyof CustomerFields, value: string, wanted: string, reason: Reason) =>
    problems.add(`input.${field}`, quoted(value), wanted, reason);
  for (const [field, name] of [
    ['firstName', firstName],
    ['lastName', lastName],
  ] as const) {
    const reason: Reason | null = name === '' ? { reason: 'REQUIRED' } : textProblem(name, MAX_NAME);
    if (reason) addProblem(field, name, `1 to ${MAX_NAME} characters`, reason);
  }
  const reason = textProblem(company ?? '', MAX_COMPANY);
  if (reason) addProblem('company', company ?? '', `at most ${MAX_COMPANY} characters`, reason);
  if (email !== null && !isPlainEmail(email)) {
    addProblem('email', email, 'an e-mail address', invalidFormat('email'));
  }
  if (phone !== null && !isPhone(phone)) {
    const wanted = 'a phone number such as +61 2 5550 1234, of at most 40 characters';
    addProblem('phone', phone, wanted, invalidFormat('phone'));
  }
  problems.assertNone();
}

function textProblem(text: string, maxLength: number): Reason | null {
  if (text.length > maxLength) return tooLong(maxLength);
  return UNPRINTABLE.test(text) ? { reason: 'UNPRINTABLE' } : null;
}
