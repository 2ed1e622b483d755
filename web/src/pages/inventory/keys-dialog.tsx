import { useTranslations } from 'use-intl';
import { Dialog } from '../../parts/dialog';
import styles from './keys-dialog.module.css';

/** Each key as it stands on it, and the word for what it does. */
const KEYS = [
  ['/', 'search'],
  ['↑ ↓', 'rows'],
  ['Home End', 'ends'],
  ['← →', 'columns'],
  ['Enter', 'open'],
  ['Shift+Enter', 'second'],
  ['Esc', 'close'],
  ['p b l', 'copy'],
  ['x', 'export'],
  ['?', 'keys'],
] as const;

/** All keys of the page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('inventory.keys');
  return (
    <Dialog open title={t('title')} description={t('text')} onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
