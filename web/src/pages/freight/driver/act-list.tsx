import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { StatusMark } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import { useActRefusal, useActWords, useWaitingWords } from './act-words';
import styles from './driver.module.css';
import { focusStopSoon } from './focus-stop';
import type { Act } from './outbox/act';
import { forgetAct, releaseAct } from './outbox/acts';
import { sendSoon } from './outbox/sender';
import { useWaitingReason } from './outbox/waiting-reasons';

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

function WaitingAct({ act: { id, deed, madeAt } }: { act: Act }) {
  const t = useTranslations('run.act');
  const words = useActWords();
  const why = useWaitingWords()(useWaitingReason(id));
  return (
    <>
      <p>
        <strong>{words(deed)}</strong> <Time value={madeAt} />
      </p>
      <Note of={deed} />
      <StatusMark tone="warn">{t('waits')}</StatusMark>
      <p role="status">{why}</p>
    </>
  );
}

/** It stays until the driver has seen it, with everything that was entered. */
function RefusedAct({ act }: { act: Act }) {
  const t = useTranslations('run.refused');
  const words = useActWords()(act.deed);
  const why = useActRefusal()(act);
  const retry = act.refusal?.isForTime ? 'timeless' : 'again';
  const failed = useTranslations('run.delivery')('failed');
  const [isAsking, setAsking] = useState(false);
  const again = useMutation({
    mutationFn: () => releaseAct(act),
    onSuccess: () => {
      sendSoon();
      focusStopSoon(act.number);
    },
  });
  const dismiss = useMutation({
    mutationFn: () => forgetAct(act.id),
    onSuccess: () => {
      // What it held back may go.
      sendSoon();
      focusStopSoon(act.number);
    },
  });
  return (
    <>
      <p>
        <strong>{words}</strong> <Time value={act.madeAt} />
      </p>
      <Note of={act.deed} />
      <p role="alert">{why}</p>
      {again.error ? <Problem error={again.error} words={failed} /> : null}
      <div className={layout['acts']}>
        <Button
          aria-label={t(`${retry}Label`, { act: words })}
          busy={again.isPending}
          onClick={() => again.mutate()}
        >
          {t(retry)}
        </Button>
        <Button aria-label={t('dismissLabel', { act: words })} onClick={() => setAsking(true)}>
          {t('dismiss')}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={t('dismissTitle')}
          text={t('dismissText')}
          confirm={t('dismiss')}
          keep={t('keep')}
          busy={dismiss.isPending}
          problem={dismiss.error}
          onConfirm={() => dismiss.mutate()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

/** What the driver wrote. */
const Note = ({ of: { note } }: { of: Act['deed'] }) =>
  note ? (
    <p className={styles['quoted']} dir="auto">
      {note}
    </p>
  ) : null;
