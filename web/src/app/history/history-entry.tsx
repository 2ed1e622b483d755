import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Time } from '../../parts/time';
import { viewerZone } from '../viewer-zone';
import { amountOf } from './entry-amount';
import { HappeningLink, type Places } from './entry-link';
import { useEntryWords } from './entry-words';
import styles from './history.module.css';
import { HistoryPhoto } from './history-photo';
import type { Entry } from './history-queries';

export type { Places } from './entry-link';

interface EntryLineProps {
  entry: Entry;
  places: Places;
  timeZone: string | undefined;
}

/** One line: of which kind it is, what happened to what, how much, and when. */
export function EntryLine({ entry, places, timeZone }: EntryLineProps) {
  const t = useTranslations('history');
  const { what, note, by } = useEntryWords(entry);
  const { kind, photo, erpCustomer } = entry;
  return (
    <li className={styles['entry']}>
      <span className={styles['kind']}>{t(`kind.${kind}`)}</span>
      <div className={styles['what']}>
        <p>
          {what} <HappeningLink entry={entry} places={places} />
        </p>
        {erpCustomer || by ? (
          <p className={styles['detail']} dir="auto">
            {erpCustomer?.name ?? t('by', { name: by ?? '' })}
          </p>
        ) : null}
        {note ? (
          <p className={styles['note']} dir="auto">
            {note}
          </p>
        ) : null}
      </div>
      {photo ? <HistoryPhoto photo={photo} /> : <Cell>{amountOf(entry)}</Cell>}
      <span className={styles['when']}>{entry.on ? null : <Moment at={entry.at} timeZone={timeZone} />}</span>
    </li>
  );
}

const Cell = ({ children }: { children: ReactNode }) => <span className={styles['amount']}>{children}</span>;

/** The time of day; with its day too, if that may be another one where the viewer is. */
function Moment({ at, timeZone }: { at: string; timeZone: string | undefined }) {
  const format = useFormatter();
  if (timeZone !== viewerZone()) return <Time value={at} />;
  const time = format.dateTime(new Date(at), { hour: 'numeric', minute: '2-digit' });
  return <time dateTime={at}>{time}</time>;
}
