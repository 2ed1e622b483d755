import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../../../parts/copy-button';
import { StatusMark, type Tone } from '../../../parts/status-mark';
import { useAccountRefusal } from './account-refusal';
import styles from './portal.module.css';
import type { Result } from './use-many';

const TONES: Record<Result['state'], Tone> = {
  waiting: 'neutral',
  created: 'good',
  exists: 'neutral',
  refused: 'bad',
};

/** What became of each customer's account. */
export function ManyResults({ results, isRunning }: { results: readonly Result[]; isRunning: boolean }) {
  const t = useTranslations('customers.many');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that began it has gone.
    if (isRunning) list.current?.focus();
  }, [isRunning]);
  return (
    // It scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul ref={list} className={styles['results']} aria-label={t('result')} tabIndex={0}>
      {results.map((result) => (
        <li key={result.id}>
          <span className={styles['name']}>{result.name}</span>
          <StatusMark tone={TONES[result.state]}>{t(result.state)}</StatusMark>
          <Detail result={result} />
        </li>
      ))}
    </ul>
  );
}

function Detail({ result }: { result: Result }) {
  const t = useTranslations('customers.many');
  const wordsFor = useAccountRefusal();
  if (result.state === 'refused') return <span className={styles['detail']}>{wordsFor(result)}</span>;
  if (result.state !== 'created' || !result.password) return null;
  return (
    <span className={styles['detail']}>
      <code>{result.password}</code>
      <CopyButton value={result.password} name={`${t('password')}, ${result.name}`} />
    </span>
  );
}
