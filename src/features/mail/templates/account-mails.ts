import type { MailContent, PortalInfo, WriteMail } from './mail-content.js';
import { contactOf, fromAddress } from './mail-phrases.js';

/** The token follows the #. Browsers do not send that part, so the token never gets into a server's log. */
const linkTo = ({ baseUrl }: PortalInfo, page: string, token: string) =>
  `${baseUrl}/${page}#token=${encodeURIComponent(token)}`;

/** What customers find in the portal, each with its page, and the feature that it is part of; null if it is always there. */
const FOR_CUSTOMERS = [
  { feature: null, label: 'Live inventory', page: 'inventory' },
  { feature: 'FREIGHT', label: 'Quotes', page: 'customer/quotes' },
  { feature: 'FREIGHT', label: 'Bookings', page: 'customer/bookings' },
  { feature: 'HISTORY', label: 'History', page: 'customer/history' },
  { feature: 'INVOICES', label: 'Invoices', page: 'invoices' },
  { feature: 'PAYMENTS', label: 'Payments', page: 'payments' },
  { feature: 'REWARDS', label: 'Rewards', page: 'customer/rewards' },
  { feature: 'PHOTOS', label: 'Photos before and after a service', page: 'customer/bookings' },
] as const;

/** What a customer finds in this portal. Nothing for other roles, and for mails that don't know the role. */
function offeredTo(role: string | undefined, { features, baseUrl }: PortalInfo): Pick<MailContent, 'links'> {
  if (role !== 'CUSTOMER') return {};
  const offered = FOR_CUSTOMERS.filter(({ feature }) => feature === null || features.includes(feature));
  const items = offered.map(({ label, page }) => ({ label, url: `${baseUrl}/${page}` }));
  return { links: { title: 'In the portal you find:', items } };
}

/**
 * Welcomes the owner of a new account, with its temporary password and a link to confirm the address, if any, and what a
 * customer finds in the portal.
 */
export const welcome: WriteMail<'WELCOME'> = (data, portal, times) => ({
  subject: `Welcome to ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    `An account at ${portal.brandName} has been created for you.`,
    data.temporaryPassword === null
      ? 'Sign in with the password that you were given.'
      : 'Sign in with this temporary password. You will be asked to choose your own.',
    ...(data.confirmationToken === null ? [] : ['Please confirm first that this address is yours.']),
  ],
  facts: [
    ['User name', data.username],
    ...(data.temporaryPassword === null ? [] : [['Temporary password', data.temporaryPassword] as const]),
    ...(data.expiresAt === null ? [] : [['Valid until', times.time(data.expiresAt)] as const]),
    ['Sign in at', portal.baseUrl],
  ],
  action:
    data.confirmationToken === null
      ? { label: 'Sign in', url: portal.baseUrl }
      : { label: 'Confirm my address', url: linkTo(portal, 'confirm-email', data.confirmationToken) },
  otherwise: {
    label: 'Password lost or expired? Choose a new one',
    url: `${portal.baseUrl}/forgot-password`,
  },
  ...offeredTo(data.role, portal),
  closing: [`If you did not expect this mail, tell ${contactOf(portal)}.`],
});

const KEYS_REVOKED =
  'The API keys that you created have been revoked too. Create new ones for the reports that are still needed.';

/** Sends the temporary password after an admin reset the password. */
export const temporaryPassword: WriteMail<'TEMPORARY_PASSWORD'> = (data, portal, times) => ({
  subject: `Your temporary password for ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'Your password has been reset. The old one no longer works, and you are signed out everywhere.',
    'Sign in with this temporary password. You will be asked to choose your own.',
    ...(data.apiKeysRevoked > 0 ? [KEYS_REVOKED] : []),
  ],
  facts: [
    ['User name', data.username],
    ['Temporary password', data.temporaryPassword],
    ['Valid until', times.time(data.expiresAt)],
  ],
  action: { label: 'Sign in', url: portal.baseUrl },
  closing: [`If you did not ask for this, tell ${contactOf(portal)}.`],
});

/** Sends the link to choose a new password. */
export const passwordReset: WriteMail<'PASSWORD_RESET'> = (data, portal, times) => ({
  subject: `Choose a new password for ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'Somebody asked for a new password for your account. If it was you, choose one with this link. It works once.',
  ],
  facts: [['Valid until', times.time(data.expiresAt)]],
  action: { label: 'Choose a new password', url: linkTo(portal, 'reset-password', data.token) },
  closing: ['If it was not you, do nothing: your password stays as it is.'],
});

/** Sends the link to confirm an address. */
export const emailConfirmation: WriteMail<'EMAIL_CONFIRMATION'> = (data, portal, times) => ({
  subject: `Confirm your address for ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: ['Please confirm that this address is yours. The link works once.'],
  facts: [['Valid until', times.time(data.expiresAt)]],
  action: { label: 'Confirm my address', url: linkTo(portal, 'confirm-email', data.token) },
  closing: ['If you have no account with us, do nothing.'],
});

/** Notifies the owner of a changed password. */
export const passwordChanged: WriteMail<'PASSWORD_CHANGED'> = (data, portal, times) => ({
  subject: `Your password for ${portal.brandName} was changed`,
  greeting: `Hello ${data.username},`,
  paragraphs: ['The password of your account was changed. If that was you, all is well.'],
  facts: [['When', times.time(data.at)], ...fromAddress(data.ip)],
  closing: [
    `If it was not you, tell ${contactOf(portal)} at once, and change your password wherever else you use it.`,
  ],
});

/** Warns the owner of a login that somebody with their password has asked for another address. */
export const emailChangeRequested: WriteMail<'EMAIL_CHANGE_REQUESTED'> = (data, portal, times) => ({
  subject: `A new address for your account at ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'Somebody who knows your password asked that mails about your account go to another address. If that was you, all is well: open the link that was mailed there.',
  ],
  facts: [['New address', data.newEmail], ['When', times.time(data.at)], ...fromAddress(data.ip)],
  closing: [
    `If it was not you, change your password at once: the link that was mailed to the new address is then invalid. And tell ${contactOf(portal)}.`,
  ],
});

/** Notifies the previous address of a changed e-mail. */
export const emailChanged: WriteMail<'EMAIL_CHANGED'> = (data, portal, times) => ({
  subject: `Your address for ${portal.brandName} was changed`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'Mails about your account go to another address from now on. This is the last one to this address.',
  ],
  facts: [
    ['New address', data.newEmail],
    ['When', times.time(data.at)],
  ],
  closing: [`If it was not you who changed it, tell ${contactOf(portal)} at once.`],
});
