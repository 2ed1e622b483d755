import type { Words } from '../en';

export const signIn: Words['signIn'] = {
  title: 'Anmelden',
  login: 'Benutzername oder E-Mail',
  password: 'Passwort',
  submit: 'Anmelden',
  forgot: 'Passwort vergessen?',
  wrong: 'Benutzername, E-Mail oder Passwort ist falsch.',
  inactive: 'Dieser Zugang ist nicht aktiv. Fragen Sie, von wem Sie ihn haben.',
};
