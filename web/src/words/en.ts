import { common } from './en/common';
import { signIn } from './en/sign-in';

/**
 * The words of the portal in English, by area. Those of the frame and of signing in are in the first file that a browser
 * reads, the others come with the pages that need them.
 */
export const en = {
  common: async () => common,
  signIn: async () => signIn,
  account: async () => (await import('./en/account')).account,
  inventory: async () => (await import('./en/inventory')).inventory,
  exports: async () => (await import('./en/exports')).exports,
  invoices: async () => (await import('./en/invoices')).invoices,
  freight: async () => (await import('./en/freight')).freight,
  operations: async () => (await import('./en/operations')).operations,
  find: async () => (await import('./en/find')).find,
  history: async () => (await import('./en/history')).history,
  list: async () => (await import('./en/list')).list,
  run: async () => (await import('./en/run')).run,
  admin: async () => (await import('./en/admin')).admin,
  adminUsers: async () => (await import('./en/admin-users')).adminUsers,
  audit: async () => (await import('./en/audit')).audit,
  dashboard: async () => (await import('./en/dashboard')).dashboard,
  customers: async () => (await import('./en/customers')).customers,
  erp: async () => (await import('./en/erp')).erp,
  rewards: async () => (await import('./en/rewards')).rewards,
  refusals: async () => (await import('./en/refusals')).refusals,
};

type TextsLike<T> = { [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> };
/** An area of the portal that has words of its own. */
export type Area = keyof typeof en;
/** The words in any language: none may be missing. */
export type Words = { [A in Area]: TextsLike<Awaited<ReturnType<(typeof en)[A]>>> };
/** Brings the words of each area in one language. */
export type Language = { [A in Area]: () => Promise<Words[A]> };
