import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { Dialog } from './dialog';
import styles from './layout.module.css';
import { Problem } from './problem';

interface ConfirmDialogProps {
  title: string;
  /** What ends, and whether it can be taken back. */
  text: string;
  /** The act, as a verb. */
  confirm: string;
  /** Instead of "Cancel", where that could be mistaken for the act. */
  keep?: string;
  busy?: boolean;
  problem?: unknown;
  /** What gets the focus when it closes, if anything, instead of what had it before. */
  returnFocus?: RefObject<HTMLElement | null>;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something ends. It stays while the act goes on, and says what went wrong. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('common');
  const { title, text, confirm, keep = t('cancel'), busy = false, problem, onConfirm, onClose } = props;
  const focus = props.returnFocus ? { returnFocus: props.returnFocus } : {};
  return (
    <Dialog open title={title} description={text} {...focus} {...(busy ? {} : { onClose })}>
      {problem ? <Problem error={problem} /> : null}
      <div className={styles['acts']}>
        <Button look="danger" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button onClick={onClose} disabled={busy}>
          {keep}
        </Button>
      </div>
    </Dialog>
  );
}
