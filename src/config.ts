import type { z } from 'zod';
import { type AuditConfig, toAudit } from './settings/audit.js';
import { type DatabaseConfig, toDatabase } from './settings/database.js';
import { type ErpConfig, type ErpGuardConfig, toErp, toErpGuard } from './settings/erp.js';
import { type ErpMappingConfig, toErpMapping } from './settings/erp-mapping.js';
import { type FilesConfig, toFiles } from './settings/files.js';
import { type FreightConfig, toFreight } from './settings/freight.js';
import { type HistoryConfig, toHistory } from './settings/history.js';
import { type HttpConfig, toHttp } from './settings/http.js';
import { type InvoicesConfig, toInvoices } from './settings/invoices.js';
import { toLimits } from './settings/limits.js';
import { type LiveConfig, toLive } from './settings/live.js';
import { type MailConfig, toMail } from './settings/mail.js';
import {
  type AdminConfig,
  type PasswordHashingConfig,
  toAdmin,
  toPasswordHashing,
} from './settings/passwords.js';
import { type RewardsConfig, toRewards } from './settings/rewards.js';
import { type SessionConfig, toSessions } from './settings/sessions.js';
import { crossSettingProblems, type Settings, settings } from './settings/settings.js';
import { type TelemetryConfig, toTelemetry } from './settings/telemetry.js';
import { quoted } from './settings/values.js';
import type { Limits } from './shared/limits.js';

/** The validated settings of a process. */
export interface Config extends HttpConfig, SessionConfig, TelemetryConfig {
  production: boolean;
  /** Whether this is the demo, with its logins and freight: outside production, on the embedded database. */
  demo: boolean;
  limits: Limits;
  passwordHashing: PasswordHashingConfig;
  /** How long a temporary password is valid. */
  temporaryPasswordHours: number;
  /** The administrator to create if no login has that name. */
  admin: AdminConfig | null;
  /** The folder for the embedded databases, a generated secret key, files and, without a mail server, mails. */
  dataDir: string;
  audit: AuditConfig;
  database: DatabaseConfig;
  erp: ErpConfig;
  erpQueryTimeoutMs: number;
  erpMapping: ErpMappingConfig;
  erpGuard: ErpGuardConfig;
  history: HistoryConfig;
  invoices: InvoicesConfig;
  mail: MailConfig;
  live: LiveConfig;
  freight: FreightConfig;
  /** Null if rewards are switched off. */
  rewards: RewardsConfig | null;
  files: FilesConfig;
}

/** The settings needed to query the ERP. */
export type ErpSettings = Pick<Config, 'dataDir' | 'erp' | 'erpQueryTimeoutMs' | 'erpMapping' | 'erpGuard'>;

/** The settings needed to write a mail. */
export type MailSettings = Pick<
  Config,
  | 'appBaseUrl'
  | 'port'
  | 'mail'
  | 'demo'
  | 'playground'
  | 'erpGuard'
  | 'erpMapping'
  | 'freight'
  | 'history'
  | 'rewards'
>;

/** One or more settings are wrong. The message has a line for each problem. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Portico can't start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** Settings whose value must not appear in an error message. */
const SECRET = /SECRET|PASSWORD(_HASH)?$|DATABASE_URL|TOKEN$|OTLP|AUDIT_ANCHOR$|ACCESS_KEY/;

type Environment = Record<string, string | undefined>;

/** Reads only the settings for hashing passwords, for a command that needs no others. @throws ConfigError */
export function readPasswordHashing(environment: Environment): PasswordHashingConfig {
  return parseConfig(only(environment, /^(ARGON2|PASSWORD_HASH|UV)_/)).passwordHashing;
}

/** Reads only the settings of the ERP, for a command that needs no others. @throws ConfigError */
export function readErp(environment: Environment): ErpSettings {
  return parseConfig(only(environment, /^(ERP_|DATA_DIR$)/));
}

const MAIL_SETTINGS = /^(SMTP_|EMAIL_|BRAND_|SUPPORT_EMAIL$|APP_BASE_URL$|PORT$)/;
/** What a portal offers, and whether it is the demo, which offers more. */
const OFFER_SETTINGS = /^(PHOTOS_ENABLED$|HISTORY_ENABLED$|REWARDS_|ERP_|NODE_ENV$|DATABASE_URL$|DB_HOST$)/;

/** Reads only the settings that mails are written with, for a command that needs no others. @throws ConfigError */
export function readMail(environment: Environment): MailSettings {
  const names = new RegExp(`${MAIL_SETTINGS.source}|${OFFER_SETTINGS.source}`);
  // What production needs besides, a mail that is only written does not.
  return parse(only(environment, names), (s) => crossSettingProblems({ ...s, NODE_ENV: undefined }));
}

const only = (environment: Environment, names: RegExp): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => names.test(name)));

/** Validates all settings and converts them to a Config. @throws ConfigError naming every wrong setting at once */
export function parseConfig(environment: Environment): Config {
  return parse(environment, crossSettingProblems);
}

function parse(environment: Environment, problemsBetween: (s: Settings) => string[]): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const wrong = new Set(issues.map((issue) => String(issue.path[0])));
  // The cross-checks run even if single settings are wrong, so that one message lists every problem.
  const lenient = parsed.data ?? settings.parse(without(given, wrong));
  const further = problemsBetween(lenient);
  const problems = [
    ...issues.map((issue) => describe(issue, given)),
    // `lenient` leaves out the wrong settings. They must not be reported as missing as well.
    ...further.filter((problem) => !wrong.has(problem.slice(0, problem.indexOf(':')))),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(lenient);
}

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const found = SECRET.test(name) ? 'a value' : quoted(given[name] ?? '');
  return `${name}: found ${found}; ${issue.message}`;
}

function without(given: Record<string, string | undefined>, wrong: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
}

function toConfig(s: Settings): Config {
  const production = s.NODE_ENV === 'production';
  const database = toDatabase(s);
  const demo = !production && database.kind === 'embedded';
  return {
    ...{ production, demo },
    ...toHttp(s, production),
    ...toSessions(s),
    ...toTelemetry(s, production),
    limits: toLimits(s),
    passwordHashing: toPasswordHashing(s),
    temporaryPasswordHours: s.TEMP_PASSWORD_HOURS,
    admin: toAdmin(s),
    dataDir: s.DATA_DIR,
    audit: toAudit(s),
    database,
    erp: toErp(s),
    erpQueryTimeoutMs: s.ERP_QUERY_TIMEOUT_MS,
    erpMapping: toErpMapping(s),
    erpGuard: toErpGuard(s),
    history: toHistory(s),
    invoices: toInvoices(s),
    mail: toMail(s),
    live: toLive(s),
    freight: toFreight(s, demo),
    rewards: toRewards(s, { demo }),
    files: toFiles(s),
  };
}
