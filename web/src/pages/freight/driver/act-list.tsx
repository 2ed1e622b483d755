import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { StatusMark } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import { useActWords, useRefusalWords } from './act-words';
import styles from './driver.module.css';
import type { Act } from './outbox/act';
import { forgetAct } from './outbox/acts';

/** What was done and waits to be sent, or was not accepted; nothing if there is none. */
export function ActList({ acts }: { acts: readonly Act[] }) {
  if (acts.length === 0) return null;
  return (
    <ul className={styles['acts']}>
      {acts.map((act) => (
        <li key={act.id} data-refused={act.refusal !== null || undefined}>
          {act.refusal ? <RefusedAct act={act} /> : <WaitingAct act={act} />}
        </li>
      ))}
    </ul>
  );
}

function WaitingAct({ act: { deed, madeAt } }: { act: Act }) {
  const t = useTranslations('run.act');
  const words = useActWords();
  return (
    <>
      <p>
        <strong>{words(deed)}</strong> <Time value={madeAt} />
      </p>
      {deed.note ? <p className={styles['quoted']}>{deed.note}</p> : null}
      <StatusMark tone="warn">{t('waits')}</StatusMark>
    </>
  );
}

/** It stays until the driver has seen it, with everything that was entered. */
function RefusedAct({ act }: { act: Act }) {
  const t = useTranslations('run.refused');
  const words = useActWords()(act.deed);
  const why = useRefusalWords()(act);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p>
        <strong>{words}</strong> <Time value={act.madeAt} />
      </p>
      {act.deed.note ? <p className={styles['quoted']}>{act.deed.note}</p> : null}
      <p role="alert">{why}</p>
      <Button aria-label={t('dismissLabel', { act: words })} onClick={() => setAsking(true)}>
        {t('dismiss')}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          title={t('dismissTitle')}
          text={t('dismissText')}
          confirm={t('dismiss')}
          keep={t('keep')}
          onConfirm={() => void forgetAct(act.id)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
