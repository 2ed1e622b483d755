/**
 * The pattern of user names. It excludes @, so that a user name is never an e-mail address, and letters that nobody sees,
 * such as the Hangul filler.
 */
export const USERNAME = /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u;
/** The same rule in words, for error messages. */
export const USERNAME_WANTED =
  'wanted 2 to 64 visible letters, digits, dots, dashes or underscores, starting with a letter or digit';
