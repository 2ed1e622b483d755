import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { PortalViewFragment } from '../../app/operations.generated';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import layout from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { PortalDeleteViewDocument } from './views.generated';

interface DeleteViewDialogProps {
  view: PortalViewFragment;
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks once more before a view is gone, for whoever shares it, too. */
export function DeleteViewDialog({ view, onDeleted, onClose }: DeleteViewDialogProps) {
  const t = useTranslations('inventory.views');
  const remove = useMutation({
    mutationFn: () => query(PortalDeleteViewDocument, { id: view.id }),
    onSuccess: onDeleted,
  });
  return (
    <Dialog
      open
      title={t('deleteTitle', { name: view.name })}
      description={
        view.sharedWith ? t('deleteShared', { role: t(`roles.${view.sharedWith}`) }) : t('deleteText')
      }
      onClose={onClose}
    >
      {remove.error ? <Problem error={remove.error} /> : null}
      <div className={layout['acts']}>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('delete')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}
