import { FieldProblems } from '../../shared/field-problems.js';
import type { Reason } from '../../shared/refusal-reasons.js';
import { erpNameProblems, underInput } from '../users/portal-user-fields.js';

const MAX_NAME = 100;
const MAX_YEARS = 10;

/** A new key as an admin requests it. */
export interface ApiKeyRequest {
  name: string;
  allErpCustomers: boolean;
  erpCustomerNames: readonly string[];
  expiresAt?: Date | null;
}

/** The same, checked and as it is stored. */
export interface NewApiKey {
  name: string;
  allErpCustomers: boolean;
  erpCustomerNames: string[];
  expiresAt: Date | null;
}

/** Checks what an admin requests, except that the ERP has the names. @throws BAD_USER_INPUT naming each invalid field */
export function readApiKey(request: ApiKeyRequest, now: Date): NewApiKey {
  const { allErpCustomers, erpCustomerNames, expiresAt = null } = request;
  const problems = new FieldProblems();
  const name = problems.requiredText('input.name', request.name, { maxLength: MAX_NAME });
  problems.include(...erpCustomerNames.flatMap(erpNameProblems).map(underInput));
  checkScope(problems, request);
  if (expiresAt) checkExpiry(problems, expiresAt, now);
  problems.assertNone();
  return { name, allErpCustomers, erpCustomerNames: [...new Set(erpCustomerNames)], expiresAt };
}

/** A key with both would read everything, although its names seem to limit it. */
function checkScope(problems: FieldProblems, { allErpCustomers, erpCustomerNames }: ApiKeyRequest): void {
  if (allErpCustomers === erpCustomerNames.length > 0) {
    const found = allErpCustomers ? 'names, although allErpCustomers is true' : 'no name';
    const reason = allErpCustomers ? 'NOT_ALLOWED' : 'REQUIRED';
    problems.add('input.erpCustomerNames', found, 'either at least one name, or allErpCustomers', { reason });
  }
}

function checkExpiry(problems: FieldProblems, expiresAt: Date, now: Date): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + MAX_YEARS);
  if (expiresAt > now && expiresAt <= latest) return;
  const wanted = `a time in the future, at most ${MAX_YEARS} years from now, or nothing`;
  const reason: Reason =
    expiresAt <= now
      ? { reason: 'TOO_EARLY' }
      : { reason: 'TOO_LATE', params: { latest: latest.toISOString() } };
  problems.add('input.expiresAt', expiresAt.toISOString(), wanted, reason);
}
