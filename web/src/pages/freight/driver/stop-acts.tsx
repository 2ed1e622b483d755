import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import button from '../../../parts/button.module.css';
import { classNames } from '../../../parts/class-names';
import { useActDialog } from './act-dialog-host';
import styles from './driver.module.css';
import type { Stop } from './stops';

/** What a driver can do at a stop now. */
export function StopActs({ stop }: { stop: Stop }) {
  const t = useTranslations('run.acts');
  const open = useActDialog();
  const { number, status, allowedTransitions } = stop;
  return (
    <div className={styles['buttons']}>
      {allowedTransitions.includes('IN_TRANSIT') ? (
        <Button look="primary" onClick={() => open(stop, 'PICKED_UP')}>
          {t('pickUp')}
        </Button>
      ) : null}
      {allowedTransitions.includes('DELIVERED') ? (
        <Link
          className={classNames(button['button'], button['primary'])}
          to="/driver/connotes/$number/deliver"
          params={{ number }}
        >
          {t('deliver')}
        </Link>
      ) : null}
      {status === 'IN_TRANSIT' ? <Button onClick={() => open(stop, 'ATTEMPT')}>{t('attempt')}</Button> : null}
      <Button onClick={() => open(stop, 'NOTE')}>{t('note')}</Button>
    </div>
  );
}
