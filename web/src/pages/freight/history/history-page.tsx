import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { History } from '../../../app/history/history';
import { PageHeading } from '../../../app/page-heading';
import styles from '../../../parts/layout.module.css';

/** Everything that happened to the viewer's company. */
export function HistoryPage() {
  const t = useTranslations('history');
  const view = useSearch({ from: '/shell/customer/history' });
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} />
      <History
        view={view}
        customerId={null}
        places={{ quote: '/customer/quotes/$reference', booking: '/customer/bookings/$number' }}
      />
    </div>
  );
}
