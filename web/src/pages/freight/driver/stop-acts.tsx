import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import button from '../../../parts/button.module.css';
import { classNames } from '../../../parts/class-names';
import { AttemptDialog, NoteActDialog, PickUpDialog } from './act-dialogs';
import styles from './driver.module.css';
import type { Stop } from './stops';

/** What a driver can do at a stop now. */
export function StopActs({ stop }: { stop: Stop }) {
  const t = useTranslations('run.acts');
  const [open, setOpen] = useState<'PICKED_UP' | 'ATTEMPT' | 'NOTE' | null>(null);
  const { number, status, allowedTransitions } = stop;
  const close = () => setOpen(null);
  return (
    <div className={styles['buttons']}>
      {allowedTransitions.includes('IN_TRANSIT') ? (
        <Button look="primary" onClick={() => setOpen('PICKED_UP')}>
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
      {status === 'IN_TRANSIT' ? <Button onClick={() => setOpen('ATTEMPT')}>{t('attempt')}</Button> : null}
      <Button onClick={() => setOpen('NOTE')}>{t('note')}</Button>
      {open === 'PICKED_UP' ? <PickUpDialog stop={stop} onClose={close} /> : null}
      {open === 'ATTEMPT' ? <AttemptDialog stop={stop} onClose={close} /> : null}
      {open === 'NOTE' ? <NoteActDialog stop={stop} onClose={close} /> : null}
    </div>
  );
}
