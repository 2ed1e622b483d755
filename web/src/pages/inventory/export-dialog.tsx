import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { download } from '../../app/file-address';
import { FormatField } from '../../app/format-field';
import type { ExportFormat } from '../../app/operations.generated';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { Problem } from '../../parts/problem';
import { columnsOf, exportedColumns } from './columns';
import { ExportFacts } from './export-facts';
import { PortalPrepareExportDocument } from './inventory.generated';
import { filterOf, type InventorySearch, orderOf } from './inventory-search';

/** Exports what is shown: the filter and the order of the address, every row. The browser downloads the file. */
export function ExportDialog({ search, onClose }: { search: InventorySearch; onClose: () => void }) {
  const t = useTranslations('inventory');
  const [format, setFormat] = useState<ExportFormat>('XLSX');
  const [isWhole, setWhole] = useState(false);
  const shown = columnsOf(search.columns);
  const prepare = useMutation({
    mutationFn: () => {
      const columns = isWhole ? null : exportedColumns(shown);
      const input = { format, columns, filter: filterOf(search), orderBy: orderOf(search) };
      return query(PortalPrepareExportDocument, { input });
    },
    onSuccess: ({ prepareInventoryExport: { url, fileName } }) => download(url, fileName),
  });
  const done = prepare.data?.prepareInventoryExport;
  return (
    <Dialog open title={t('exportTitle')} description={t('exportText')} onClose={onClose}>
      <ExportFacts search={search} />
      <FormatField
        label={t('format')}
        words={(each) => t(`formats.${each}`)}
        value={format}
        onChange={setFormat}
      />
      <Field label={t('columnsTitle')}>
        <select value={String(isWhole)} onChange={({ target }) => setWhole(target.value === 'true')}>
          <option value="false">{t('shownColumns', { count: shown.length })}</option>
          <option value="true">{t('allColumns')}</option>
        </select>
      </Field>
      {prepare.error ? <Problem error={prepare.error} /> : null}
      {done ? <p role="status">{t('exporting', { rows: done.rowCount ?? 0, file: done.fileName })}</p> : null}
      <Button look="primary" busy={prepare.isPending} onClick={() => prepare.mutate()}>
        {t('download')}
      </Button>
    </Dialog>
  );
}
