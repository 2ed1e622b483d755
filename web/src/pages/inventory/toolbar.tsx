import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFeature } from '../../app/features';
import { Button } from '../../parts/button';
import { later } from '../../parts/later';
import { FilterChips } from './filter-chips';
import { Filters } from './filters';
import styles from './inventory.module.css';
import type { InventorySearch } from './inventory-search';
import { usePageKey } from './page-keys';
import { SearchBox } from './search-box';
import { useSingleKeys } from './single-keys';
import { SortSelect } from './sort-select';
import type { Change } from './use-change';
import { useIsNarrow } from './use-is-narrow';
import { ViewsMenu } from './views-menu';

const ColumnsDialog = later(async () => (await import('./columns-dialog')).ColumnsDialog);
const ExportDialog = later(async () => (await import('./export-dialog')).ExportDialog);
const KeysDialog = later(async () => (await import('./keys-dialog')).KeysDialog);

interface ToolbarProps {
  search: InventorySearch;
  change: Change;
}

/** What narrows the rows, says how they are shown, and exports them. */
export function Toolbar({ search, change }: ToolbarProps) {
  const t = useTranslations('inventory');
  const isNarrow = useIsNarrow();
  const canExport = useFeature('EXPORTS') ?? false;
  const hasKeys = useSingleKeys();
  const searchBox = useRef<HTMLInputElement>(null);
  const [dialog, setDialog] = useState<'columns' | 'export' | 'keys' | null>(null);
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, true), [change]);
  const close = () => setDialog(null);
  usePageKey(
    'x',
    useCallback(() => setDialog(canExport ? 'export' : null), [canExport]),
  );
  usePageKey(
    '?',
    useCallback(() => setDialog('keys'), []),
  );
  return (
    <>
      <div className={styles['tools']}>
        <SearchBox ref={searchBox} value={search.q ?? ''} onSearch={onSearch} />
        <Filters search={search} change={change} />
        <div className={styles['acts']}>
          {/* Without its own key, the list of keys is found by a button alone. */}
          {isNarrow && hasKeys ? null : (
            <Button look="quiet" onClick={() => setDialog('keys')}>
              {t('keys.button')}
            </Button>
          )}
          <ViewsMenu search={search} change={change} />
          {isNarrow ? null : <Button onClick={() => setDialog('columns')}>{t('columnsTitle')}</Button>}
          {canExport ? <Button onClick={() => setDialog('export')}>{t('export')}</Button> : null}
        </div>
        {isNarrow ? <SortSelect search={search} change={change} /> : null}
      </div>
      <FilterChips search={search} change={change} onGone={() => searchBox.current?.focus()} />
      {canExport ? <p className={styles['printed']}>{t('printed')}</p> : null}
      {dialog === 'columns' ? (
        <ColumnsDialog
          columns={search.columns}
          onChange={(next) => change((before) => ({ columns: next(before.columns) }), true)}
          onClose={close}
        />
      ) : null}
      {dialog === 'export' ? <ExportDialog search={search} onClose={close} /> : null}
      {dialog === 'keys' ? <KeysDialog onClose={close} /> : null}
    </>
  );
}
