import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { about } from '../../app/about';
import { Button } from '../../parts/button';
import { ColumnsDialog } from './columns-dialog';
import { ExportDialog } from './export-dialog';
import { FacetFilter } from './facet-filter';
import styles from './inventory.module.css';
import type { Facet, InventorySearch } from './inventory-search';
import { SearchBox } from './search-box';
import type { Change } from './use-change';
import { useIsNarrow } from './use-is-narrow';

const FACETS: readonly Facet[] = ['status', 'whse', 'bin', 'customer'];

interface ToolbarProps {
  search: InventorySearch;
  change: Change;
}

/** What narrows the rows, says how they are shown, and exports them. */
export function Toolbar({ search, change }: ToolbarProps) {
  const t = useTranslations('inventory');
  const { data } = useQuery(about);
  const isNarrow = useIsNarrow();
  const [dialog, setDialog] = useState<'columns' | 'export' | null>(null);
  const onSearch = useCallback((text: string) => change({ q: text || undefined }, true), [change]);
  const close = () => setDialog(null);
  const hasFilters = FACETS.some((facet) => search[facet]) || search.q;
  return (
    <div className={styles['tools']}>
      <SearchBox value={search.q ?? ''} onSearch={onSearch} />
      {FACETS.map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          search={search}
          onChange={(values) => change({ [facet]: values.length > 0 ? values : undefined })}
        />
      ))}
      {hasFilters ? (
        <Button
          look="quiet"
          onClick={() =>
            change({ q: undefined, status: undefined, whse: undefined, bin: undefined, customer: undefined })
          }
        >
          {t('clear')}
        </Button>
      ) : null}
      <div className={styles['acts']}>
        {isNarrow ? null : <Button onClick={() => setDialog('columns')}>{t('columnsTitle')}</Button>}
        {data?.portal.features.includes('EXPORTS') ? (
          <Button onClick={() => setDialog('export')}>{t('export')}</Button>
        ) : null}
      </div>
      {dialog === 'columns' ? (
        <ColumnsDialog
          columns={search.columns}
          onChange={(columns) => change({ columns }, true)}
          onClose={close}
        />
      ) : null}
      {dialog === 'export' ? <ExportDialog search={search} onClose={close} /> : null}
    </div>
  );
}
