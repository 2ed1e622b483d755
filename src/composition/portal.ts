import type { Config } from '../config.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../features/identity/identity.type.js';
import type { Portal, PortalFeature } from '../features/identity/portal/portal.type.js';
import { SERVICE_VERSION } from '../shared/service-version.js';

/** The settings that say what this portal is called and offers. */
export type PortalSettings = Pick<
  Config,
  'mail' | 'playground' | 'erpGuard' | 'erpMapping' | 'freight' | 'history' | 'rewards'
>;

/** Describes this portal to its clients. @param demo whether the demo logins exist */
export function portalOf(
  { mail, playground, erpGuard, erpMapping, freight, history, rewards }: PortalSettings,
  { demo }: { demo: boolean },
): Portal {
  const features: PortalFeature[] = [
    'FREIGHT',
    'LIVE_INVENTORY',
    ...(erpGuard.exportsMax > 0 ? ['EXPORTS' as const] : []),
    ...(erpMapping.invoices !== null ? ['INVOICES' as const] : []),
    ...(erpMapping.payments !== null ? ['PAYMENTS' as const] : []),
    ...(history.enabled ? ['HISTORY' as const] : []),
    ...(rewards ? ['REWARDS' as const] : []),
    ...(freight.servicePhotos ? ['PHOTOS' as const] : []),
    ...(playground ? ['PLAYGROUND' as const] : []),
    ...(demo ? ['DEMO' as const] : []),
  ];
  return {
    name: mail.brand.name,
    version: SERVICE_VERSION,
    color: mail.brand.color,
    supportEmail: mail.supportEmail,
    passwordRules: { minLength: MIN_PASSWORD, maxLength: MAX_PASSWORD },
    features,
    freight: { cubicFactor: freight.cubicFactor, timeZone: freight.timeZone },
  };
}
