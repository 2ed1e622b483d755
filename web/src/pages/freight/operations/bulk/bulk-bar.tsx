import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Selection } from '../../../../app/list/selection';
import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { Button } from '../../../../parts/button';
import { later } from '../../../../parts/later';
import styles from './bulk.module.css';
import type { BulkAct } from './use-bulk';

/** No page waits for it. */
const BulkDialog = later(async () => (await import('./bulk-dialog')).BulkDialog);

type Row = StaffConnoteRowFragment;

interface BulkBarProps {
  /** The rows of the page that is shown. */
  rows: readonly Row[];
  selection: Selection;
}

/** What can be done with the chosen connotes together. Those of other pages are among them. */
export function BulkBar({ rows, selection }: BulkBarProps) {
  const t = useTranslations();
  const seen = useSeen(rows);
  const [open, setOpen] = useState<{ act: BulkAct; rows: readonly Row[] } | null>(null);
  const count = selection.ids.size;
  const begin = (act: BulkAct) =>
    setOpen({ act, rows: [...selection.ids].flatMap((id) => seen.get(id) ?? []) });
  return (
    <div className={styles['bar']} data-empty={count === 0 || undefined}>
      <p role="status">{count > 0 ? t('list.selected', { count }) : null}</p>
      {count > 0 ? (
        <>
          <Button onClick={() => begin('CONFIRM')}>{t('operations.bulk.confirm')}</Button>
          <Button onClick={() => begin('ALLOCATE')}>{t('operations.bulk.allocate')}</Button>
          <Button look="quiet" onClick={selection.clear}>
            {t('list.clearSelection')}
          </Button>
        </>
      ) : null}
      {open ? (
        <BulkDialog
          act={open.act}
          rows={open.rows}
          onClose={(done) => {
            setOpen(null);
            for (const id of done) selection.toggle(id);
          }}
        />
      ) : null}
    </div>
  );
}

/** The rows of all pages that were shown, as they were last seen. */
function useSeen(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const [seen] = useState(() => new Map<string, Row>());
  useEffect(() => {
    for (const row of rows) seen.set(row.id, row);
  }, [rows, seen]);
  return seen;
}
