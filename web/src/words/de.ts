import type { Language } from './en';

/** The words of the portal in German, by area. */
export const de: Language = {
  common: async () => (await import('./de/common')).common,
  signIn: async () => (await import('./de/sign-in')).signIn,
  account: async () => (await import('./de/account')).account,
  inventory: async () => (await import('./de/inventory')).inventory,
  exports: async () => (await import('./de/exports')).exports,
  invoices: async () => (await import('./de/invoices')).invoices,
  freight: async () => (await import('./de/freight')).freight,
  operations: async () => (await import('./de/operations')).operations,
  find: async () => (await import('./de/find')).find,
  history: async () => (await import('./de/history')).history,
  list: async () => (await import('./de/list')).list,
  run: async () => (await import('./de/run')).run,
  admin: async () => (await import('./de/admin')).admin,
  adminUsers: async () => (await import('./de/admin-users')).adminUsers,
  audit: async () => (await import('./de/audit')).audit,
  dashboard: async () => (await import('./de/dashboard')).dashboard,
  customers: async () => (await import('./de/customers')).customers,
  erp: async () => (await import('./de/erp')).erp,
  rewards: async () => (await import('./de/rewards')).rewards,
  refusals: async () => (await import('./de/refusals')).refusals,
};
