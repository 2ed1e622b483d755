import { useTranslations } from 'use-intl';
import { deviceOf } from './device-of';

/** A device in words of the area `account`: browser and system, or what it called itself. */
export function Device({ userAgent }: { userAgent: string | null }) {
  const t = useTranslations('account.device');
  const { browser, system } = deviceOf(userAgent);
  if (browser && system) return t('browserOn', { browser, system });
  return browser ?? system ?? userAgent ?? t('unknown');
}
