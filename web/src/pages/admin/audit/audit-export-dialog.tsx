import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { download } from '../../../app/file-address';
import { FormatField } from '../../../app/format-field';
import type { AuditFilter, ExportFormat } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Problem } from '../../../parts/problem';
import { PortalPrepareAuditExportDocument } from './audit.generated';

/** Exports the entries that the list has, on all its pages. The browser downloads the file. */
export function AuditExportDialog({ filter, onClose }: { filter: AuditFilter; onClose: () => void }) {
  const t = useTranslations('audit.export');
  const [format, setFormat] = useState<ExportFormat>('XLSX');
  const prepare = useMutation({
    mutationFn: () => query(PortalPrepareAuditExportDocument, { filter, format }),
    onSuccess: ({ prepareAuditExport: { url, fileName } }) => download(url, fileName),
  });
  const done = prepare.data?.prepareAuditExport;
  return (
    <Dialog open title={t('title')} description={t('text')} onClose={onClose}>
      <FormatField
        label={t('format')}
        words={(each) => t(`formats.${each}`)}
        value={format}
        onChange={setFormat}
      />
      {prepare.error ? <Problem error={prepare.error} /> : null}
      {done ? <p role="status">{t('exporting', { rows: done.rowCount ?? 0, file: done.fileName })}</p> : null}
      <Button look="primary" busy={prepare.isPending} onClick={() => prepare.mutate()}>
        {t('download')}
      </Button>
    </Dialog>
  );
}
