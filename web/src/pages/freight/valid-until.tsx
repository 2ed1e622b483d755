import { useTranslations } from 'use-intl';
import { useDaysLeft } from '../../app/days-left';
import type { QuoteStatus } from '../../app/operations.generated';
import { Time } from '../../parts/time';

/** Until when a price holds, and how many days are left to decide. */
export function ValidUntil({ validUntil, status }: { validUntil: string | null; status: QuoteStatus }) {
  const t = useTranslations('freight.quote');
  const days = useDaysLeft(validUntil);
  return validUntil ? (
    <p>
      {t('validUntil')} <Time value={validUntil} />
      {status === 'QUOTED' && days !== null && days >= 0 ? ` · ${t('daysLeft', { days })}` : null}
    </p>
  ) : null;
}
