import { z } from 'zod';
import { type Checked, whole } from './values.js';

const DAY_HOURS = 24;

/** The environment variables of secret keys, sessions and failed sign-ins. */
export const sessionSettings = {
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_PREVIOUS: z.string().optional(),
  SESSION_HOURS: whole(1, 90 * DAY_HOURS).default(12),
  LOGIN_ATTEMPTS: whole(2, 100).default(5),
  LOGIN_ATTEMPTS_PER_ADDRESS: whole(2, 10_000).default(50),
  LOGIN_WAIT_SECONDS: whole(1, 3_600).default(30),
  LOGIN_MAX_WAIT_SECONDS: whole(1, 86_400).default(900),
};
type SessionSettings = Checked<typeof sessionSettings>;

/** How users stay signed in, and how guessing passwords is slowed down. */
export interface SessionConfig {
  /** Null, only outside production, if it is not set: a key is then generated and kept in the data folder. */
  secretKey: string | null;
  /** A second key, whose tokens and cursors are also accepted while the key is replaced. */
  secretKeyPrevious: string | null;
  sessionHours: number;
  /** How failed sign-ins delay further ones. */
  login: { attempts: number; attemptsPerAddress: number; waitSeconds: number; maxWaitSeconds: number };
}

/** Secret keys that are too weak or equal, and a maximum wait that is shorter than the first wait. */
export function sessionProblems(s: SessionSettings): string[] {
  const problems = (['SECRET_KEY', 'SECRET_KEY_PREVIOUS'] as const).flatMap((name) =>
    keyProblems(name, s[name]),
  );
  if (s.SECRET_KEY !== undefined && s.SECRET_KEY === s.SECRET_KEY_PREVIOUS) {
    problems.push('SECRET_KEY_PREVIOUS: found the same key as SECRET_KEY; wanted the previous key');
  }
  if (s.LOGIN_MAX_WAIT_SECONDS < s.LOGIN_WAIT_SECONDS) {
    problems.push(
      `LOGIN_MAX_WAIT_SECONDS: found ${s.LOGIN_MAX_WAIT_SECONDS}; wanted at least LOGIN_WAIT_SECONDS, ` +
        `which is ${s.LOGIN_WAIT_SECONDS}`,
    );
  }
  return problems;
}

function keyProblems(name: string, key: string | undefined): string[] {
  const wanted = 'wanted at least 32 random characters, for example from: openssl rand -base64 48';
  if (key === undefined) return [];
  if (key.length < 32) return [`${name}: found ${key.length} characters; ${wanted}`];
  const looksDefault = /secret|password|change.?me|default|example|your.?key|0123456789|abcdefgh/i.test(key);
  if (looksDefault || new Set(key).size < 12) return [`${name}: found a key that can be guessed; ${wanted}`];
  return [];
}

/** The configuration of sessions and sign-ins, from its settings. */
export function toSessions(s: SessionSettings): SessionConfig {
  return {
    secretKey: s.SECRET_KEY ?? null,
    secretKeyPrevious: s.SECRET_KEY_PREVIOUS ?? null,
    sessionHours: s.SESSION_HOURS,
    login: {
      attempts: s.LOGIN_ATTEMPTS,
      attemptsPerAddress: s.LOGIN_ATTEMPTS_PER_ADDRESS,
      waitSeconds: s.LOGIN_WAIT_SECONDS,
      maxWaitSeconds: s.LOGIN_MAX_WAIT_SECONDS,
    },
  };
}
