import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalViewFragment } from '../../app/operations.generated';
import { later } from '../../parts/later';
import { Menu, MenuItem } from '../../parts/menu';
import { type InventorySearch, readInventorySearch } from './inventory-search';
import { searchOfView, viewOf, viewsQuery } from './saved-views';
import type { Change } from './use-change';
import { noteOf } from './view-note';
import styles from './views.module.css';

const ViewDialog = later(async () => (await import('./view-dialog')).ViewDialog);
const ViewsDialog = later(async () => (await import('./views-dialog')).ViewsDialog);
const DeleteViewDialog = later(async () => (await import('./delete-view-dialog')).DeleteViewDialog);

/** What is done with views beside opening one. */
type Act =
  | { kind: 'save' }
  | { kind: 'manage' }
  | { kind: 'edit'; view: PortalViewFragment }
  | { kind: 'delete'; view: PortalViewFragment };

interface ViewsMenuProps {
  search: InventorySearch;
  change: Change;
}

/** Filters, order and columns under names: to open, to save what is shown, to change and to delete. */
export function ViewsMenu({ search, change }: ViewsMenuProps) {
  const t = useTranslations('inventory.views');
  const [act, setAct] = useState<Act | null>(null);
  const client = useQueryClient();
  const { data } = useQuery(viewsQuery);
  const views = data?.savedViews ?? [];
  const shown = viewOf(search);
  const open = (next: InventorySearch) => change({ ...next, item: undefined });
  const leave = async (next: Act | null) => {
    setAct(next);
    await client.invalidateQueries(viewsQuery);
  };
  const manage = () => setAct({ kind: 'manage' });
  return (
    <>
      <Menu label={t('title')}>
        <ViewItem
          name={t('everything')}
          isShown={shown === ''}
          onOpen={() => open(readInventorySearch({}))}
        />
        {views.map((view) => (
          <ViewItem
            key={view.id}
            name={view.name}
            note={noteOf(view, t)}
            isShown={shown === view.query}
            onOpen={() => open(searchOfView(view))}
          />
        ))}
        <hr className={styles['line']} />
        <MenuItem onClick={() => setAct({ kind: 'save' })}>{t('save')}</MenuItem>
        {views.length > 0 ? <MenuItem onClick={manage}>{t('manage')}</MenuItem> : null}
      </Menu>
      {act?.kind === 'save' ? (
        <ViewDialog shown={shown} onSaved={() => leave(null)} onClose={() => setAct(null)} />
      ) : null}
      {act?.kind === 'manage' ? (
        <ViewsDialog
          views={views}
          onEdit={(view) => setAct({ kind: 'edit', view })}
          onDelete={(view) => setAct({ kind: 'delete', view })}
          onClose={() => setAct(null)}
        />
      ) : null}
      {act?.kind === 'edit' ? (
        <ViewDialog
          view={act.view}
          shown={shown}
          onSaved={() => leave({ kind: 'manage' })}
          onClose={manage}
        />
      ) : null}
      {act?.kind === 'delete' ? (
        <DeleteViewDialog view={act.view} onDeleted={() => leave({ kind: 'manage' })} onClose={manage} />
      ) : null}
    </>
  );
}

interface ViewItemProps {
  name: string;
  note?: string;
  isShown: boolean;
  onOpen: () => void;
}

function ViewItem({ name, note, isShown, onOpen }: ViewItemProps) {
  return (
    <MenuItem onClick={onOpen}>
      <span className={styles['item']}>
        <span aria-hidden="true" className={styles['mark']}>
          {isShown ? '✓' : ''}
        </span>
        <span>{name}</span>
        {note ? <span className={styles['note']}>{note}</span> : null}
      </span>
    </MenuItem>
  );
}
