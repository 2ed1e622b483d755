import { ROLE_IDS } from '../../../shared/auth.js';

/**
 * What a mailed link is for. The last two confirm an address that the login doesn't have yet: EMAIL_CHANGE one that staff
 * entered, OWN_EMAIL_CHANGE one that the owner of the login did, with their password.
 */
export type LinkPurpose = 'PASSWORD_RESET' | 'EMAIL_CONFIRMATION' | 'EMAIL_CHANGE' | 'OWN_EMAIL_CHANGE';

/** The purposes of links that confirm a new address. */
export const EMAIL_CHANGES: readonly LinkPurpose[] = ['EMAIL_CHANGE', 'OWN_EMAIL_CHANGE'];
/**
 * The purposes of links that a new password makes invalid. Whoever knew the old one may have asked for a new address.
 */
export const ENDED_BY_NEW_PASSWORD: readonly LinkPurpose[] = ['PASSWORD_RESET', 'OWN_EMAIL_CHANGE'];
/** The purposes of links that confirm an address. */
export const CONFIRMATIONS: readonly LinkPurpose[] = ['EMAIL_CONFIRMATION', ...EMAIL_CHANGES];

/**
 * The condition that a token `t` may give its login `u` a new address. What staff entered is valid only for logins of the
 * role CUSTOMER: otherwise staff who may edit customers could take over an admin's login.
 */
export const CONFIRMS_NEW_EMAIL = `(t.purpose = 'OWN_EMAIL_CHANGE'
  or (t.purpose = 'EMAIL_CHANGE' and u.role_id = ${ROLE_IDS.CUSTOMER}))`;
