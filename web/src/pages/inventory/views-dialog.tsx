import { useTranslations } from 'use-intl';
import type { PortalViewFragment } from '../../app/operations.generated';
import { useViewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { noteOf } from './view-note';
import styles from './views.module.css';

interface ViewsDialogProps {
  views: readonly PortalViewFragment[];
  onEdit: (view: PortalViewFragment) => void;
  onDelete: (view: PortalViewFragment) => void;
  onClose: () => void;
}

/** The views that the viewer may change: their own and, for an admin, those that others share. */
export function ViewsDialog({ views, onEdit, onDelete, onClose }: ViewsDialogProps) {
  const t = useTranslations('inventory.views');
  const isAdmin = useViewer().role === 'ADMIN';
  const changeable = views.filter(({ mine }) => mine || isAdmin);
  return (
    <Dialog open title={t('manageTitle')} onClose={onClose}>
      {changeable.length === 0 ? <p>{t('noneOwn')}</p> : null}
      <ul className={styles['views']}>
        {changeable.map((view) => (
          <li key={view.id}>
            <span className={styles['name']}>
              {view.name} <span className={styles['note']}>{noteOf(view, t)}</span>
            </span>
            <Button aria-label={t('editView', { name: view.name })} onClick={() => onEdit(view)}>
              {t('edit')}
            </Button>
            <Button
              look="danger"
              aria-label={t('deleteView', { name: view.name })}
              onClick={() => onDelete(view)}
            >
              {t('delete')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
