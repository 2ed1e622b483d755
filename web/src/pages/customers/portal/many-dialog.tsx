import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import { Button } from '../../../parts/button';
import { CopyButton } from '../../../parts/copy-button';
import { Dialog } from '../../../parts/dialog';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { ManyResults } from './many-results';
import styles from './portal.module.css';
import { SureDialog } from './sure-dialog';
import { type Result, useMany } from './use-many';
import { WelcomeChoice } from './welcome-choice';

interface ManyDialogProps {
  customers: readonly { id: string; name: string }[];
  /** What gets the focus when it is over: what opened it may go with the selection. */
  returnFocus: RefObject<HTMLElement | null>;
  /** @param settled the ids of those who have an account now */
  onClose: (settled: readonly string[]) => void;
}

/** Creates the portal accounts of the chosen customers: asks, shows how it goes on, and then what became of each. */
export function ManyDialog({ customers, returnFocus, onClose }: ManyDialogProps) {
  const t = useTranslations('customers');
  const many = useMany(customers);
  const [welcome, setWelcome] = useState(true);
  const [closing, setClosing] = useState(false);
  const { results, phase, problem, left } = many;
  const passwords = passwordsOf(results);
  const end = () => onClose(results.filter(hasAccount).map(({ id }) => id));
  const close = () => (passwords.length > 0 ? setClosing(true) : end());
  const isRunning = phase === 'running';
  return (
    <Dialog
      open
      title={phase === 'asking' ? t('many.title', { count: customers.length }) : t('many.open')}
      {...(phase === 'asking' ? { description: t('many.text') } : {})}
      {...(isRunning ? {} : { onClose: close })}
      {...(phase === 'asking' ? {} : { returnFocus })}
    >
      {phase === 'asking' ? (
        <WelcomeChoice checked={welcome} onChange={setWelcome} />
      ) : (
        <Progress results={results} isRunning={isRunning} passwords={passwords} />
      )}
      {problem ? <Problem error={problem} /> : null}
      <div className={layout['acts']}>
        {phase === 'asking' ? (
          <Button look="primary" onClick={() => void many.run(welcome)}>
            {t('many.create')}
          </Button>
        ) : null}
        {phase === 'done' && left > 0 ? (
          <Button onClick={() => void many.run(welcome)}>{t('many.retry', { count: left })}</Button>
        ) : null}
        <Button onClick={isRunning ? many.stop : close}>{t(isRunning ? 'many.stop' : 'once.close')}</Button>
      </div>
      {closing ? (
        <SureDialog count={passwords.length} onConfirm={end} onClose={() => setClosing(false)} />
      ) : null}
      <LeaveGuard
        isUnsaved={() => isRunning || passwords.length > 0}
        title={t('once.leaveTitle', { count: passwords.length })}
        text={t('once.sureText', { count: passwords.length })}
      />
    </Dialog>
  );
}

interface ProgressProps {
  results: readonly Result[];
  isRunning: boolean;
  /** Each with the address that it belongs to. */
  passwords: readonly string[];
}

function Progress({ results, isRunning, passwords }: ProgressProps) {
  const t = useTranslations('customers.many');
  const done = results.filter(({ state }) => state !== 'waiting').length;
  const created = results.filter(({ state }) => state === 'created').length;
  const words = isRunning ? t('creating', { done, count: results.length }) : t('done', { count: created });
  return (
    <>
      <p role="status">{words}</p>
      {isRunning ? (
        <progress className={styles['progress']} value={done} max={results.length} aria-label={words} />
      ) : null}
      <ManyResults results={results} isRunning={isRunning} />
      {passwords.length > 0 ? <p>{t('onlyOnce')}</p> : null}
      {!isRunning && passwords.length > 1 ? (
        <p>
          {t('all')} <CopyButton value={passwords.join('\n')} name={t('copyAll')} />
        </p>
      ) : null}
    </>
  );
}

const hasAccount = ({ state }: Result): boolean => state === 'created' || state === 'exists';

const passwordsOf = (results: readonly Result[]): string[] =>
  results.flatMap((one) =>
    one.state === 'created' && one.password ? [`${one.email ?? one.name}\t${one.password}`] : [],
  );
