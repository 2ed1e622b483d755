import { classifyFault, type ErpFault } from './erp-fault.js';

const WORDS: Record<ErpFault, string> = {
  'not-asked': 'the ERP was not asked',
  statement: 'the ERP refuses a query: the mapping may be wrong',
  denied: 'the ERP lets the login in, but not read what the mapping reads',
  login: 'the ERP refuses the login',
  'not-admitted': 'the ERP is not asked: its login could write, or the mapping does not give what is needed',
  busy: 'the ERP gave a query up, for a lock or for want of resources',
  lost: 'the line to the ERP broke',
  silent: 'the ERP cannot be reached, or does not answer in time',
};

/** What an error says of the ERP, for staff: no SQL, no address, nothing of the ERP's own words. */
export function describeFault(error: unknown): string {
  return WORDS[classifyFault(error)];
}
