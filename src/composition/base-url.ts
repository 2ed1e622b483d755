import type { MailSettings } from '../config.js';

/** The address that people open the portal at, without a slash at its end. */
export const baseUrlOf = ({ appBaseUrl, port }: Pick<MailSettings, 'appBaseUrl' | 'port'>): string =>
  (appBaseUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
