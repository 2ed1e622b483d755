import { Toast as BaseToast } from '@base-ui/react/toast';
import { useTranslations } from 'use-intl';
import styles from './toast.module.css';

/** The toasts that are shown. */
export const toasts = BaseToast.createToastManager();

/** Toasts as they are shown. Pages use `Toasts`. */
export function ToastFrame() {
  const t = useTranslations('common');
  return (
    <BaseToast.Provider toastManager={toasts} limit={3}>
      <BaseToast.Portal>
        <BaseToast.Viewport className={styles['toasts']} aria-label={t('toasts')}>
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToastList() {
  const t = useTranslations('common');
  const { toasts: shown } = BaseToast.useToastManager();
  return shown.map((one) => (
    <BaseToast.Root key={one.id} toast={one} className={styles['toast']} swipeDirection="down">
      <BaseToast.Title className={styles['text']} render={<p />} />
      <BaseToast.Close className={styles['close']} aria-label={t('close')}>
        ×
      </BaseToast.Close>
    </BaseToast.Root>
  ));
}
