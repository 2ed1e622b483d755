import type { PortalInfo } from './mail-content.js';

/** Whom a reader tells that something is wrong. */
export const contactOf = ({ supportEmail, brandName }: PortalInfo): string =>
  supportEmail === null ? `your contact at ${brandName}` : supportEmail;

/** The fact from which address somebody acted, if that is known. */
export const fromAddress = (ip: string | null) =>
  ip === null ? [] : [['From the network address', ip] as const];
