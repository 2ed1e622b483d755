import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../../parts/confirm-dialog';

interface SureDialogProps {
  /** How many passwords nobody can show again. */
  count: number;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks whether temporary passwords were kept, before they are gone. */
export function SureDialog({ count, onConfirm, onClose }: SureDialogProps) {
  const t = useTranslations('customers.once');
  return (
    <ConfirmDialog
      title={t('sureTitle', { count })}
      text={t('sureText', { count })}
      confirm={t('sure')}
      keep={t('back', { count })}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
