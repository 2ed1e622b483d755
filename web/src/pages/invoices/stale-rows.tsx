import { useTranslations } from 'use-intl';
import { useMoment } from '../../app/use-moment';
import { StaleNote } from '../../parts/stale-note';

/** Says that the rows are the ERP's last, and of when; nothing while it answers. */
export function StaleRows({ list }: { list: { asOf: string; stale: boolean } | undefined }) {
  const t = useTranslations('invoices');
  const moment = useMoment();
  return list?.stale ? <StaleNote>{t('stale', { time: moment(list.asOf) })}</StaleNote> : null;
}
