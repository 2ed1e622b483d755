/**
 * What an error says about the ERP:
 * - `not-asked`: nothing. The ERP was not asked (circuit open, queue full), or no caller waits for the answer any more
 * - `statement`: the ERP refuses the query, whichever login sends it
 * - `denied`: the ERP accepts our login, but denies it this query
 * - `login`: the ERP refuses our login
 * - `unknown-login`: the ERP ended our login with an error that isn't known here
 * - `database`: the ERP doesn't open the database, until somebody changes something there or in the settings
 * - `maintenance`: somebody works on the ERP's database, or on the server
 * - `insecure`: the connection to the ERP can't be encrypted as the settings want it, and our login was not sent
 * - `not-admitted`: the ERP could answer, but is not asked: our login could write there, or the mapping is wrong
 * - `busy`: the ERP works, but has a lock conflict or is short of resources; a retry in a moment should succeed
 * - `locked`: the query waited for a lock as long as it may
 * - `lost`: the connection broke, or the ERP is starting or stopping; a retry in a moment may succeed
 * - `silent`: the ERP can't be reached, doesn't answer in time, or is faulty
 */
export type ErpFault =
  | 'not-asked'
  | 'statement'
  | 'denied'
  | 'login'
  | 'unknown-login'
  | 'database'
  | 'maintenance'
  | 'insecure'
  | 'not-admitted'
  | 'busy'
  | 'locked'
  | 'lost'
  | 'silent';

/** A fault, and its description for staff if there is a more precise one than that of the fault in general. */
export interface KnownFault {
  fault: ErpFault;
  words?: string;
}
