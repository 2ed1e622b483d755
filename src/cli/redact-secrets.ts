const REDACTED = '[redacted]';

/**
 * Names of keys with secret values. Case doesn't matter, and longer names that contain one of these count too. The id of an
 * API key is no secret: it is how the log names the key.
 */
const SECRET_NAME =
  /passw(or)?d|passphrase|secret|token|authori[sz]ation|cookie|hash|credential|variables|api-?key(?!id)/i;
/**
 * Such a name as a key in a line of JSON. Most lines have none, so this test is all that they cost. The bounded lengths
 * keep its time linear in the length of the line, whatever it contains.
 */
const SECRET_KEY = new RegExp(`"[^"\\\\]{0,64}(?:${SECRET_NAME.source})[^"\\\\]{0,64}":`, 'i');
/** Secrets recognised by their form, for example in a message: bearer tokens, API keys, JSON web tokens, password hashes. */
const SECRET_TEXT =
  /\b(?:Bearer|Basic) +[\w.~+/=-]{8,}|(?<![\w-])ptk_[\w-]{20,}|(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+|\$(?:argon2\w*|2[aby]|scrypt)\$[^\s"\\]+|\b(?:scrypt|pbkdf2):[^\s"\\]{16,}/g;

/**
 * Redacts the secrets in a line of the log: every value under a secret name, at any depth, and anything that looks like
 * a token or a password hash.
 *
 * @param line JSON, as pino is about to write it
 */
export function redactSecrets(line: string): string {
  const keysRedacted = SECRET_KEY.test(line) ? redactByKey(line) : line;
  return keysRedacted.replace(SECRET_TEXT, REDACTED);
}

function redactByKey(line: string): string {
  const redacted = JSON.parse(line, (name: string, value: unknown) =>
    SECRET_NAME.test(name) && value !== null && typeof value !== 'boolean' ? REDACTED : value,
  );
  return `${JSON.stringify(redacted)}\n`;
}
