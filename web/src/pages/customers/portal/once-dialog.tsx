import { type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import { Button } from '../../../parts/button';
import { CopyButton } from '../../../parts/copy-button';
import { Dialog } from '../../../parts/dialog';
import layout from '../../../parts/layout.module.css';
import styles from './portal.module.css';
import { SureDialog } from './sure-dialog';

/** A new account with its password, which nobody can ask for again. */
export interface NewAccount {
  password: string;
  /** The user name. */
  login: string;
  name: string;
  /** Where the welcome mail goes; null if none was sent. */
  mailedTo: string | null;
}

interface OnceDialogProps {
  account: NewAccount;
  /** What gets the focus at the end: what opened it has gone. */
  returnFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Shows a temporary password, once. Closing it is asked about. */
export function OnceDialog({ account, returnFocus, onClose }: OnceDialogProps) {
  const t = useTranslations('customers.once');
  const [closing, setClosing] = useState(false);
  const { password, login, name, mailedTo } = account;
  return (
    <Dialog
      open
      title={t('title')}
      description={t('text', { name, login })}
      returnFocus={returnFocus}
      onClose={() => setClosing(true)}
    >
      <p className={styles['once']}>
        <code>{password}</code>
        <CopyButton value={password} name={t('name')} />
      </p>
      <p>{mailedTo ? t('mailed', { email: mailedTo }) : t('notMailed')}</p>
      <div className={layout['acts']}>
        <Button onClick={() => setClosing(true)}>{t('close')}</Button>
      </div>
      {closing ? <SureDialog count={1} onConfirm={onClose} onClose={() => setClosing(false)} /> : null}
      <LeaveGuard
        isUnsaved={() => true}
        title={t('sureTitle', { count: 1 })}
        text={t('sureText', { count: 1 })}
      />
    </Dialog>
  );
}
