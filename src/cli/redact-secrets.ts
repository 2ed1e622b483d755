const CENSORED = '[redacted]';

/** Names whose values are secret, in any spelling and as part of longer names. */
const SECRET_NAME =
  /passw(or)?d|passphrase|secret|token|authori[sz]ation|cookie|hash|credential|variables|api-?key/i;
/**
 * The same as a key of a line of JSON. Most lines have none and are let pass at the cost of this test. The bounds keep
 * that cost in proportion to the line, whatever is in it.
 */
const SECRET_KEY = new RegExp(`"[^"\\\\]{0,64}(?:${SECRET_NAME.source})[^"\\\\]{0,64}":`, 'i');
/** Secrets that show by their form, in a message say: bearer tokens, JSON web tokens, hashes of passwords. */
const SECRET_TEXT =
  /\b(?:Bearer|Basic) +[\w.~+/=-]{8,}|(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]+|\$(?:argon2\w*|2[aby]|scrypt)\$[^\s"\\]+|\b(?:scrypt|pbkdf2):[^\s"\\]{16,}/g;

/**
 * A line of the log with its secrets censored: whatever stands under a secret's name, however deep, and what looks like
 * a token or a hash of a password wherever it stands.
 *
 * @param line JSON, as pino is about to write it
 */
export function redactSecrets(line: string): string {
  const named = SECRET_KEY.test(line) ? withoutNamed(line) : line;
  return named.replace(SECRET_TEXT, CENSORED);
}

function withoutNamed(line: string): string {
  const censored = JSON.parse(line, (name: string, value: unknown) =>
    SECRET_NAME.test(name) && value !== null && typeof value !== 'boolean' ? CENSORED : value,
  );
  return `${JSON.stringify(censored)}\n`;
}
