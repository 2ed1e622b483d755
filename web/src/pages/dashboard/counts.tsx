import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './dashboard.module.css';

/** How many of something there are; null if that isn't known now. */
export interface Count {
  word: string;
  /** The word as a link to the list of them. */
  link?: ReactNode;
  count: number | null;
}

/** Counts, a row each. */
export function Counts({ counts }: { counts: readonly Count[] }) {
  const format = useFormatter();
  return (
    <dl className={styles['counts']}>
      {counts.map(({ word, link, count }) => (
        <div key={word} data-none={count === 0 || undefined}>
          <dt>{link ?? word}</dt>
          <dd>{count === null ? '–' : format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Counts of what has to be done; in words where there is nothing to do. */
export function Waiting({ counts }: { counts: readonly Count[] }) {
  const t = useTranslations('dashboard');
  return counts.every(({ count }) => count === 0) ? <p>{t('nothing')}</p> : <Counts counts={counts} />;
}

/** How many of these statuses there are. */
export const countOf = (counts: readonly { status: string; count: number }[], status: string): number =>
  counts.find((one) => one.status === status)?.count ?? 0;
