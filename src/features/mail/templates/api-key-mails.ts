import type { WriteMail } from './mail-content.js';
import { contactOf, fromAddress } from './mail-phrases.js';
import type { MailData } from './mail-templates.js';

/** How many customers a mail lists by name. A key may have any number. */
const MAX_LISTED = 20;

/** Whose stock a key reads, in words. A customer may be named "All", so the number of names is said too. */
function scopeOf({ allErpCustomers, erpCustomerNames }: MailData['API_KEY_CREATED']): string {
  if (allErpCustomers) return 'every ERP customer, and every future one';
  const { length } = erpCustomerNames;
  const more = length > MAX_LISTED ? [`and ${length - MAX_LISTED} more`] : [];
  const names = [...erpCustomerNames.slice(0, MAX_LISTED), ...more].join('; ');
  return `${length} ERP ${length === 1 ? 'customer' : 'customers'}: ${names}`;
}

/** Notifies the creator of a new API key, who may be somebody in a stolen session: the key outlives that session. */
export const apiKeyCreated: WriteMail<'API_KEY_CREATED'> = (data, portal, times) => ({
  subject: `A new API key for ${portal.brandName}`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'An API key was created with your account. Whoever has its secret can read stock. If it was you who created it, all is well.',
  ],
  facts: [
    ['Name', data.keyName],
    ['Its secret begins with', data.prefix],
    ['Reads the stock of', scopeOf(data)],
    ['Expires', data.keyExpiresAt === null ? 'never' : times.time(data.keyExpiresAt)],
    ['When', times.time(data.at)],
    ...fromAddress(data.ip),
  ],
  closing: [
    'If it was not you, revoke the key at once, and then change your password. A new password alone does not end the key.',
    `If you can't do that, or are not sure, tell ${contactOf(portal)} at once.`,
  ],
});

/** Tells the creator of an API key that it expires soon. */
export const apiKeyExpiring: WriteMail<'API_KEY_EXPIRING'> = (data, portal, times) => ({
  subject: `An API key for ${portal.brandName} expires soon`,
  greeting: `Hello ${data.username},`,
  paragraphs: [
    'An API key that you created expires soon. Reports that use it can then no longer read the inventory.',
    'If they are still needed, create a new key, enter its secret in the reporting tool, and revoke this one.',
  ],
  facts: [
    ['Name', data.keyName],
    ['Its secret begins with', data.prefix],
    ['Expires', times.time(data.keyExpiresAt)],
  ],
  action: { label: 'Open the portal', url: portal.baseUrl },
  closing: ['If the key is not needed any more, do nothing.'],
});
