import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../app/leave-guard';
import { Button } from '../../parts/button';
import { CopyButton } from '../../parts/copy-button';
import { Dialog } from '../../parts/dialog';
import layout from '../../parts/layout.module.css';
import styles from './admin.module.css';

interface SecretDialogProps {
  title: string;
  text: string;
  /** What the secret is called. */
  name: string;
  secret: string;
  onClose: () => void;
}

/** Shows a secret that is shown once. It closes, and the page is left, only after asking. */
export function SecretDialog({ title, text, name, secret, onClose }: SecretDialogProps) {
  const t = useTranslations('admin.secret');
  const [isClosing, setClosing] = useState(false);
  // A ref, because closing may leave the page at once.
  const isKept = useRef(false);
  const close = () => {
    isKept.current = true;
    onClose();
  };
  return (
    <Dialog open title={title} description={text} onClose={() => setClosing(true)}>
      <div className={styles['secret']}>
        <span className={styles['hint']}>{name}</span>
        <code>{secret}</code>
        <CopyButton value={secret} name={name} />
      </div>
      {isClosing ? (
        <div className={styles['warning']} role="alert">
          <p>{t('closeText')}</p>
          <div className={layout['acts']}>
            <Button look="danger" onClick={close}>
              {t('close')}
            </Button>
            <Button ref={(button) => button?.focus()} onClick={() => setClosing(false)}>
              {t('stay')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={layout['acts']}>
          <Button look="primary" onClick={() => setClosing(true)}>
            {t('done')}
          </Button>
        </div>
      )}
      <LeaveGuard isUnsaved={() => !isKept.current} anywhere title={t('leaveTitle')} text={t('closeText')} />
    </Dialog>
  );
}
