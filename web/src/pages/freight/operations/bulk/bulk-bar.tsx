import { type RefObject, useEffect, useRef, useState } from 'react';
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
  /** What gets the focus when nothing is chosen any more. */
  returnFocus: RefObject<HTMLElement | null>;
}

/** What can be done with the chosen connotes together. Those of other pages are among them. */
export function BulkBar({ rows, selection, returnFocus }: BulkBarProps) {
  const t = useTranslations();
  const seen = useSeen(rows);
  const [open, setOpen] = useState<{ act: BulkAct; rows: readonly Row[] } | null>(null);
  // Where nothing stays chosen, the button that opened the dialog goes with the selection.
  const afterDialog = useRef<HTMLElement>(null);
  const count = selection.ids.size;
  const begin = (act: BulkAct) =>
    setOpen({ act, rows: [...selection.ids].flatMap((id) => seen.get(id) ?? []) });
  const clear = () => {
    selection.clear();
    returnFocus.current?.focus();
  };
  return (
    <div className={styles['bar']} data-empty={count === 0 || undefined}>
      <p role="status">{count > 0 ? t('list.selected', { count }) : null}</p>
      {count > 0 ? (
        <>
          <Button onClick={() => begin('CONFIRM')}>{t('operations.bulk.confirm')}</Button>
          <Button onClick={() => begin('ALLOCATE')}>{t('operations.bulk.allocate')}</Button>
          <Button look="quiet" onClick={clear}>
            {t('list.clearSelection')}
          </Button>
        </>
      ) : null}
      {open ? (
        <BulkDialog
          act={open.act}
          rows={open.rows}
          returnFocus={afterDialog}
          onClose={(done, changed) => {
            afterDialog.current = done.length === count ? returnFocus.current : null;
            setOpen(null);
            for (const id of done) selection.toggle(id);
            for (const now of changed) seen.change(now);
          }}
        />
      ) : null}
    </div>
  );
}

/** The rows of all pages that were shown, as they were last seen. */
function useSeen(rows: readonly Row[]) {
  const [seen] = useState(() => new Map<string, Row>());
  useEffect(() => {
    for (const row of rows) seen.set(row.id, row);
  }, [rows, seen]);
  return {
    get: (id: string) => seen.get(id),
    /** Notes what a connote was found to be. */
    change: (now: Pick<Row, 'id' | 'version' | 'status' | 'totalAmount' | 'driver'>) => {
      const row = seen.get(now.id);
      if (row) seen.set(now.id, { ...row, ...now });
    },
  };
}
