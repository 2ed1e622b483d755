import { classifyFault, type ErpFault } from './erp-fault.js';

const WORDS: Record<ErpFault, string> = {
  'not-asked': 'the ERP was not asked',
  statement: 'the ERP refuses a query: the mapping may be wrong',
  denied: 'the ERP accepts the login, but does not let it read what the mapping reads',
  login: 'the ERP refuses the login',
  'not-admitted': 'the ERP is not asked: its login could write, or the mapping does not give what is needed',
  busy: 'the ERP gave up a query because of a lock conflict or a lack of resources',
  lost: 'the connection to the ERP broke',
  silent: 'the ERP cannot be reached, or does not answer in time',
};

/** Describes an error for staff by what it says about the ERP: without SQL, addresses or the ERP's own message. */
export function describeFault(error: unknown): string {
  return WORDS[classifyFault(error)];
}
