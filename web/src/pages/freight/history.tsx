import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Time } from '../../parts/time';
import { ZoneNote } from '../../parts/zone-note';
import styles from './detail.module.css';

/** Something that happened. */
export interface Happening {
  id: string;
  what: ReactNode;
  /** Who did it; null where the portal acted, undefined where it isn't told. */
  by?: string | null;
  note?: string | null;
  /** When it was done. */
  at: string;
  /** When it was recorded, if that was much later. */
  recordedAt?: string;
}

/** What happened, as a line of time: the newest last. */
export function History({ happenings }: { happenings: readonly Happening[] }) {
  const t = useTranslations('freight.history');
  return (
    <section className={styles['section']} aria-labelledby="history">
      <h2 id="history">{t('title')}</h2>
      <ol className={styles['history']}>
        {happenings.map(({ id, what, by, note, at, recordedAt }) => (
          <li key={id}>
            <div className={styles['happening']}>
              {what}
              <span className={styles['when']}>
                <Time value={at} />
                {by === undefined ? null : ` ${by === null ? t('byPortal') : t('by', { name: by })}`}
              </span>
              {recordedAt === undefined ? null : (
                <span className={styles['when']}>
                  {t.rich('recorded', { time: () => <Time value={recordedAt} /> })}
                </span>
              )}
            </div>
            {note ? (
              <p className={styles['quoted']} dir="auto">
                {note}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      <ZoneNote />
    </section>
  );
}
