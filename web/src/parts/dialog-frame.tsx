import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type KeyboardEventHandler, type ReactNode, type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './dialog.module.css';

/** What a dialog shows and does. */
export interface DialogProps {
  open: boolean;
  title: string;
  description?: string;
  /** Called by Escape, the close button and a press beside it unless it has fields. Without it the dialog can't be closed. */
  onClose?: () => void;
  /** `side` is a panel beside the page, which stays usable. */
  place?: 'middle' | 'side';
  /** What gets the focus when it closes, instead of what had it before. */
  returnFocus?: RefObject<HTMLElement | null>;
  /** Takes the keys that are pressed in it. */
  onKeyDown?: KeyboardEventHandler;
  children: ReactNode;
}

/** What one types or chooses in. A press beside a dialog that has some doesn't close it: nothing typed is lost by a slip. */
const FIELDS = 'input:not([role=combobox]), select, textarea';

/** A dialog as it is shown. Pages use `Dialog`. */
export function DialogFrame({
  open,
  title,
  description,
  onClose,
  place = 'middle',
  returnFocus,
  onKeyDown,
  children,
}: DialogProps) {
  const t = useTranslations('common');
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root
      open={open}
      modal={place === 'middle'}
      disablePointerDismissal={place === 'side' || !onClose}
      onOpenChange={(next, { reason }) => {
        const isSlip = reason === 'outside-press' && popup.current?.querySelector(FIELDS);
        if (!next && !isSlip) onClose?.();
      }}
    >
      <BaseDialog.Portal>
        {place === 'middle' ? <BaseDialog.Backdrop className={styles['backdrop']} /> : null}
        <BaseDialog.Popup
          ref={popup}
          className={styles[place]}
          data-place={place}
          finalFocus={returnFocus}
          onKeyDown={onKeyDown}
        >
          <div className={styles['header']}>
            <BaseDialog.Title className={styles['title']}>{title}</BaseDialog.Title>
            {onClose ? (
              <BaseDialog.Close className={styles['close']} aria-label={t('close')}>
                ×
              </BaseDialog.Close>
            ) : null}
          </div>
          {description ? <BaseDialog.Description>{description}</BaseDialog.Description> : null}
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
