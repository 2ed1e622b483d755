import { useFormatter, useTranslations } from 'use-intl';
import type { ExpiryPeriod } from './expiry-periods';

/** Names periods of expiry: `Nov 2026`, or what is before or after a month. */
export function usePeriodName(): (period: ExpiryPeriod) => string {
  const t = useTranslations('common.expiry');
  const format = useFormatter();
  return ({ kind, month: of }) => {
    const month = format.dateTime(new Date(`${of}-01T00:00:00Z`), {
      ...{ month: 'short', year: 'numeric', timeZone: 'UTC' },
    });
    return kind === 'month' ? month : t(kind, { month });
  };
}
