import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../../parts/dialog';
import { fileAddress } from '../file-address';
import styles from './history.module.css';
import type { Entry } from './history-queries';

/** A photo, small; large in a dialog. */
export function HistoryPhoto({ photo }: { photo: NonNullable<Entry['photo']> }) {
  const t = useTranslations('history');
  const freight = useTranslations('freight');
  const [isLarge, setLarge] = useState(false);
  const name = t('photo', { kind: freight(`photo.${photo.kind}`) });
  return (
    <>
      <button
        type="button"
        className={styles['thumbnail']}
        aria-label={t('enlarge', { kind: freight(`photo.${photo.kind}`) })}
        onClick={() => setLarge(true)}
      >
        <img src={fileAddress(photo.thumbnailUrl)} alt="" width={64} height={64} />
      </button>
      {isLarge ? (
        <Dialog open title={name} onClose={() => setLarge(false)}>
          <img
            className={styles['photo']}
            src={fileAddress(photo.url)}
            alt={photo.note ?? name}
            width={photo.width}
            height={photo.height}
          />
          {photo.note ? <p dir="auto">{photo.note}</p> : null}
        </Dialog>
      ) : null}
    </>
  );
}
