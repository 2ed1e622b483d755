import { SECRET_FIELDS } from '../templates/mail-templates.js';

const MAX_LENGTH = 500;
const REDACTED = '[redacted]';

/**
 * Why a mail was not accepted, as admins see it: one line of limited length. A secret of the mail that the server
 * repeats is redacted.
 */
export function lastErrorText(failure: unknown, data: object): string {
  const fields = data as Record<string, unknown>;
  const text = failure instanceof Error ? failure.message : String(failure);
  const redacted = SECRET_FIELDS.reduce<string>((result, name) => {
    const secret = fields[name];
    return typeof secret === 'string' && secret !== '' ? result.replaceAll(secret, REDACTED) : result;
  }, text);
  return redacted
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
}
