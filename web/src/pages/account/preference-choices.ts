import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Choice } from '../../parts/select';

/** The regions whose dates and numbers are offered, of the languages that the portal has. */
const LOCALES = ['de-AT', 'de-CH', 'de-DE', 'en-AU', 'en-GB', 'en-NZ', 'en-US'];

/** Cities under the names that they have now; browsers still list the names that they had. */
const RENAMED: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** What the browser would have, and all others. The empty value is for what the browser has. */
export function useZoneChoices(chosen: string | null): Choice[] {
  const t = useTranslations('account.preferences');
  return useMemo(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const listed = Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone);
    const zones = new Set(['UTC', ...listed, ...(chosen ? [chosen] : [])]);
    return [
      { value: '', label: t('asDevice', { value: zoneName(here) }) },
      ...[...zones].sort().map((value) => ({ value, label: zoneName(value) })),
    ];
  }, [chosen, t]);
}

/** The same of languages, each in its own words, so that it is found by whoever reads nothing else. */
export function useLocaleChoices(chosen: string | null): Choice[] {
  const t = useTranslations('account.preferences');
  return useMemo(() => {
    const locales = new Set([...LOCALES, ...(chosen ? [chosen] : [])]);
    return [
      { value: '', label: t('asBrowser') },
      ...[...locales].map((value) => ({ value, label: localeName(value) })),
    ];
  }, [chosen, t]);
}

const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

const localeName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
