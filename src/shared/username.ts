/** What a user name may look like. Without @, so that no user name is an e-mail address. */
export const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u;
export const USERNAME_WANTED =
  'wanted 2 to 64 letters, digits, dots, dashes or underscores, a letter or digit first';
