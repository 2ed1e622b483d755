/** Words of signing in, and of what gets one there. */
export const signIn = {
  title: 'Sign in',
  login: 'User name or e-mail',
  password: 'Password',
  submit: 'Sign in',
  forgot: 'Forgot your password?',
  wrong: 'Wrong user name, e-mail or password.',
  inactive: 'This login is not active. Ask whoever gave it to you.',
};
