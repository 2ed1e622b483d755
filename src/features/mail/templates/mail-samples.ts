import type { MailData } from './mail-templates.js';

const AT = '2026-11-22T09:30:00Z';
const TOKEN = 'sample-token-that-opens-nothing';
const CONNOTE = {
  number: 'CN-002077',
  totalAmount: '450.00',
  currency: 'AUD',
  trackingUrl: `https://portal.example.com/track/${TOKEN}`,
};

/** Sample data for the preview of each template. None of it is real. */
export const MAIL_SAMPLES: MailData = {
  WELCOME: {
    username: 'ada',
    temporaryPassword: 'Sample-Only-4uVw',
    expiresAt: AT,
    confirmationToken: TOKEN,
    role: 'CUSTOMER',
  },
  TEMPORARY_PASSWORD: {
    ...{ username: 'ada', temporaryPassword: 'Sample-Only-4uVw', expiresAt: AT },
    apiKeysRevoked: 2,
  },
  PASSWORD_RESET: { username: 'ada', token: TOKEN, expiresAt: AT },
  EMAIL_CONFIRMATION: { username: 'ada', token: TOKEN, expiresAt: AT },
  PASSWORD_CHANGED: { username: 'ada', at: AT, ip: '192.0.2.7' },
  EMAIL_CHANGE_REQUESTED: { username: 'ada', at: AT, newEmail: 'ada.lovelace@example.com', ip: '192.0.2.7' },
  EMAIL_CHANGED: { username: 'ada', at: AT, newEmail: 'ada.lovelace@example.com' },
  API_KEY_CREATED: {
    ...{ username: 'ada', keyName: 'Stock report', prefix: 'ptk_sample00', at: AT, ip: '192.0.2.7' },
    ...{ allErpCustomers: false, erpCustomerNames: ['Acme Beverages', 'Zenith Pharma'] },
    keyExpiresAt: '2027-11-22T09:30:00Z',
  },
  API_KEY_EXPIRING: {
    ...{ username: 'ada', keyName: 'Stock report', prefix: 'ptk_sample00' },
    keyExpiresAt: '2026-12-06T09:30:00Z',
  },
  QUOTE_REQUESTED: { reference: 'QT-001042', customerName: 'Acme Beverages' },
  QUOTE_PRICED: { reference: 'QT-001042', totalAmount: '1249.50', currency: 'AUD', validUntil: '2026-12-06' },
  CONNOTE_BOOKED: { ...CONNOTE, pickup: 'Sydney NSW 2000', delivery: 'Melbourne VIC 3000' },
  CONNOTE_STATUS_CHANGED: {
    ...{ ...CONNOTE, news: 'IN_TRANSIT', reason: null, note: 'On the night truck.' },
    estimatedDeliveryOn: '2026-11-24',
  },
};
