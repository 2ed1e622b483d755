import { useTranslations } from 'use-intl';
import { Dialog } from '../../parts/dialog';
import { Switch } from '../../parts/switch';
import styles from './keys-dialog.module.css';
import { switchSingleKeys, useSingleKeys } from './single-keys';

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
/** Those that are pressed alone and are characters. */
const SINGLE: readonly string[] = ['search', 'copy', 'export', 'keys'];

/** All keys of the page. Characters that do something when pressed alone can be switched off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('inventory.keys');
  const areOn = useSingleKeys();
  return (
    <Dialog open title={t('title')} description={t('text')} onClose={onClose}>
      <dl className={styles['keys']}>
        {KEYS.map(([keys, word]) => (
          <div key={word} data-off={(!areOn && SINGLE.includes(word)) || undefined}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t('single')} hint={t('singleHint')} checked={areOn} onChange={switchSingleKeys} />
    </Dialog>
  );
}
