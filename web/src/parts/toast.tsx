import { Toast as BaseToast } from '@base-ui/react/toast';
import { useTranslations } from 'use-intl';
import styles from './toast.module.css';

const manager = BaseToast.createToastManager();

/** Says in a few words what was done. It goes by itself, so nothing may depend on having read it. */
export function toast(text: string): void {
  manager.add({ title: text });
}

/** Where toasts are shown, once on a page. */
export function Toasts() {
  const t = useTranslations('common');
  return (
    <BaseToast.Provider toastManager={manager} limit={3}>
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
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((shown) => (
    <BaseToast.Root key={shown.id} toast={shown} className={styles['toast']} swipeDirection="down">
      <BaseToast.Title className={styles['text']} render={<p />} />
      <BaseToast.Close className={styles['close']} aria-label={t('close')}>
        ×
      </BaseToast.Close>
    </BaseToast.Root>
  ));
}
