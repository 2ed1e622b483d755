import { knowFault } from './erp-fault.js';
import type { ErpFault } from './known-fault.js';

const WORDS: Record<ErpFault, string> = {
  'not-asked': 'the ERP was not asked',
  statement: 'the ERP refuses a query: the mapping may be wrong',
  denied: 'the ERP accepts the login, but does not let it read what the mapping reads',
  login: 'the ERP refuses the login',
  'unknown-login': 'the ERP did not complete the login, and does not say why',
  database: 'the ERP does not open its database',
  maintenance: 'somebody works on the ERP, and it lets nobody else in',
  insecure: 'the connection to the ERP is not secure, and nothing was sent over it',
  'not-admitted': 'the ERP is not asked: its login could write, or the mapping does not give what is needed',
  busy: 'the ERP gave up a query because of a lock conflict or a lack of resources',
  locked: "the ERP's inventory is locked: queries wait in vain",
  lost: 'the connection to the ERP broke',
  silent: 'the ERP cannot be reached, or does not answer in time',
};

/** Describes an error for staff by what it says about the ERP: without SQL, addresses or the ERP's own message. */
export function describeFault(error: unknown): string {
  const { fault, words } = knowFault(error);
  return words ?? WORDS[fault];
}
