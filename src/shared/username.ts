/** The pattern of user names. It excludes @, so that a user name is never an e-mail address. */
export const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u;
/** The same rule in words, for error messages. */
export const USERNAME_WANTED =
  'wanted 2 to 64 letters, digits, dots, dashes or underscores, starting with a letter or digit';
