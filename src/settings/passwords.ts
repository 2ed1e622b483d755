import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { isPlainEmail } from '../shared/email.js';
import { type Argon2Parameters, parsePasswordHash } from '../shared/password-hash.js';
import { USERNAME, USERNAME_WANTED } from '../shared/username.js';
import { whole } from './values.js';

/** The environment variables of passwords. */
export const passwordSettings = {
  ARGON2_MEMORY_KIB: whole(128, 262_144).default(19_456),
  ARGON2_PASSES: whole(1, 16).default(2),
  ARGON2_LANES: whole(1, 16).default(1),
  PASSWORD_HASH_CONCURRENCY: whole(1, 64).optional(),
  PASSWORD_HASH_QUEUE: whole(0, 10_000).default(100),
  TEMP_PASSWORD_HOURS: whole(1, 720).default(24),
  // A setting of Node itself.
  UV_THREADPOOL_SIZE: whole(1, 1024).default(4),
  ADMIN_USERNAME: z.string().regex(USERNAME, USERNAME_WANTED).optional(),
  ADMIN_PASSWORD_HASH: z
    .string()
    .superRefine((text, context) => {
      const parsed = parsePasswordHash(text);
      if ('problem' in parsed) context.addIssue({ code: 'custom', message: parsed.problem });
    })
    .optional(),
  ADMIN_EMAIL: z
    .string()
    .refine((text) => isPlainEmail(text), 'wanted an e-mail address')
    .optional(),
};
const shape = z.object(passwordSettings).extend({
  NODE_ENV: z.string().optional(),
  APP_BASE_URL: z.string().optional(),
});
type PasswordSettings = z.infer<typeof shape>;

/** The cost of a password hash, how many hashes are computed at a time, and how many may wait. */
export type PasswordHashingConfig = Argon2Parameters & { concurrency: number; queue: number };

/** The administrator to create if no login has that name. */
export interface AdminConfig {
  username: string;
  email: string;
  passwordHash: string;
}

/** The minimum parameters of argon2id in OWASP's password storage cheat sheet: memory in KiB, and passes. */
const WEAKEST_ARGON2 = [
  [47_104, 1],
  [19_456, 2],
  [12_288, 3],
  [9_216, 4],
  [7_168, 5],
] as const;

/** Problems with the combination of settings that are each well-formed. */
export function passwordProblems(s: PasswordSettings): string[] {
  return [...hashingProblems(s), ...adminProblems(s)];
}

/** The configuration of password hashing, from its settings. */
export function toPasswordHashing(s: PasswordSettings): PasswordHashingConfig {
  // One core and one thread stay free for other work. More than three hashes at a time gain little.
  const spare = Math.min(availableParallelism(), s.UV_THREADPOOL_SIZE) - 1;
  return {
    memoryKib: s.ARGON2_MEMORY_KIB,
    passes: s.ARGON2_PASSES,
    lanes: s.ARGON2_LANES,
    concurrency: s.PASSWORD_HASH_CONCURRENCY ?? Math.min(Math.max(spare, 1), 3),
    queue: s.PASSWORD_HASH_QUEUE,
  };
}

/** The administrator of the settings; null if there is none. */
export function toAdmin(s: PasswordSettings): AdminConfig | null {
  const { ADMIN_USERNAME: username, ADMIN_PASSWORD_HASH: passwordHash } = s;
  if (username === undefined || passwordHash === undefined) return null;
  return { username, passwordHash, email: adminEmail(s) };
}

function hashingProblems(s: PasswordSettings): string[] {
  const { ARGON2_MEMORY_KIB: memory, ARGON2_PASSES: passes, PASSWORD_HASH_CONCURRENCY: concurrency = 1 } = s;
  const problems: string[] = [];
  const strong = WEAKEST_ARGON2.some(([minMemory, minPasses]) => memory >= minMemory && passes >= minPasses);
  if (s.NODE_ENV === 'production' && !strong) {
    const wanted = 'wanted at least 19456 with 2, or a combination that OWASP considers equally strong';
    problems.push(`ARGON2_MEMORY_KIB: found ${memory} with ARGON2_PASSES ${passes}; ${wanted}`);
  }
  const most = Math.max(1, s.UV_THREADPOOL_SIZE - 1);
  if (concurrency > most) {
    const wanted = `wanted at most ${most}, one less than UV_THREADPOOL_SIZE`;
    problems.push(`PASSWORD_HASH_CONCURRENCY: found ${concurrency}; ${wanted}`);
  }
  return problems;
}

function adminProblems(s: PasswordSettings): string[] {
  const { ADMIN_USERNAME: username, ADMIN_PASSWORD_HASH: passwordHash, ADMIN_EMAIL: email } = s;
  if (username === undefined) {
    const other = passwordHash === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD_HASH';
    const alone = passwordHash !== undefined || email !== undefined;
    return alone ? [`ADMIN_USERNAME: missing; ${other} needs it`] : [];
  }
  const problems: string[] = [];
  if (passwordHash === undefined) problems.push('ADMIN_PASSWORD_HASH: missing; ADMIN_USERNAME needs it');
  if (!isPlainEmail(adminEmail(s))) {
    problems.push(`ADMIN_EMAIL: missing; no address can be derived from ADMIN_USERNAME ${username}`);
  }
  return problems;
}

/** The given address; otherwise one at the portal's own host, if that results in a valid address. */
function adminEmail({ ADMIN_EMAIL, ADMIN_USERNAME, APP_BASE_URL }: PasswordSettings): string {
  const host = APP_BASE_URL === undefined ? '' : new URL(APP_BASE_URL).hostname;
  const atHost = `${ADMIN_USERNAME}@${host}`;
  // localhost or an IP address gives no valid e-mail address. The domain .invalid does, and never receives mail
  // (RFC 2606).
  return ADMIN_EMAIL ?? (isPlainEmail(atHost) ? atHost : `${ADMIN_USERNAME}@portico.invalid`);
}
