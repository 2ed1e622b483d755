import { z } from 'zod';
import { auditProblems, auditSettings } from './audit.js';
import { databaseProblems, databaseSettings } from './database.js';
import { erpProblems, erpSettings } from './erp.js';
import { erpMappingProblems, erpMappingSettings } from './erp-mapping.js';
import { fileProblems, fileSettings } from './files.js';
import { freightSettings } from './freight.js';
import { historySettings } from './history.js';
import { httpProblems, httpSettings } from './http.js';
import { invoiceSettings } from './invoices.js';
import { limitSettings } from './limits.js';
import { liveSettings } from './live.js';
import { mailProblems, mailSettings } from './mail.js';
import { passwordProblems, passwordSettings } from './passwords.js';
import { rewardSettings } from './rewards.js';
import { sessionProblems, sessionSettings } from './sessions.js';
import { telemetrySettings } from './telemetry.js';

/** All environment variables. An empty value counts as not set. */
export const settings = z.object({
  NODE_ENV: z.string().optional(),
  ...httpSettings,
  ...limitSettings,
  ...sessionSettings,
  ...passwordSettings,
  ...auditSettings,
  ...databaseSettings,
  ...erpSettings,
  ...erpMappingSettings,
  ...historySettings,
  ...invoiceSettings,
  ...liveSettings,
  ...mailSettings,
  ...freightSettings,
  ...rewardSettings,
  ...fileSettings,
  ...telemetrySettings,
});
/** The environment variables, parsed and with their defaults. */
export type Settings = z.infer<typeof settings>;

/** Problems of well-formed settings: missing ones, combinations that contradict each other, and weak keys. */
export function crossSettingProblems(s: Settings): string[] {
  return [
    ...sessionProblems(s),
    ...passwordProblems(s),
    ...auditProblems(s),
    ...databaseProblems(s),
    ...erpProblems(s),
    ...erpMappingProblems(s),
    ...httpProblems(s),
    ...mailProblems(s),
    ...fileProblems(s),
    ...productionProblems(s),
  ];
}

function productionProblems(s: Settings): string[] {
  if (s.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  if (s.SECRET_KEY === undefined) problems.push('SECRET_KEY: missing; wanted at least 32 random characters');
  if (s.DATABASE_URL === undefined && s.DB_HOST === undefined) {
    problems.push(
      'DATABASE_URL: missing; wanted postgres://… (or embedded, or DB_HOST and the other DB_… settings)',
    );
  }
  if (s.ERP_KIND === undefined) problems.push('ERP_KIND: missing; wanted mssql, postgres or embedded');
  if (s.APP_BASE_URL === undefined) {
    problems.push(
      'APP_BASE_URL: missing; wanted the address that people open, such as https://portal.example.com',
    );
  }
  return problems;
}
