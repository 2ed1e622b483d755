import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { pageVariables } from '../../../app/list/list-search';
import { PageHeading } from '../../../app/page-heading';
import { Balance } from '../../../app/rewards/balance';
import { Ledger } from '../../../app/rewards/ledger';
import { rewardsQuery } from '../../../app/rewards/rewards-queries';
import styles from '../../../parts/layout.module.css';

/** The points of the viewer's company: how many there are, and where they came from and went. */
export function RewardsPage() {
  const t = useTranslations('rewards');
  const view = useSearch({ from: '/shell/customer/rewards' });
  const rewards = useQuery(rewardsQuery(pageVariables(view)));
  return (
    <div className={styles['page']}>
      <PageHeading title={t('title')} />
      {rewards.data ? <Balance rewards={rewards.data} /> : null}
      <Ledger
        rewards={rewards}
        places={{ quote: '/customer/quotes/$reference', booking: '/customer/bookings/$number' }}
      />
    </div>
  );
}
