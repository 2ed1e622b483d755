import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { Field } from '../../parts/field';
import { Problem } from '../../parts/problem';
import { download } from '../file-address';
import { FormatField } from '../format-field';
import type { ExportFormat } from '../operations.generated';

/** A file that the service has prepared. */
interface PreparedFile {
  url: string;
  fileName: string;
  rowCount: number | null;
}

interface ExportFrameProps {
  /** How many columns the list shows. */
  shownCount: number;
  /** Prepares the file. @param isWhole whether it gets all columns, instead of those that the list shows */
  prepare: (format: ExportFormat, isWhole: boolean) => Promise<PreparedFile>;
  onClose: () => void;
  /** What the file will have. */
  children: ReactNode;
}

/** Exports what a list shows, in a format of choice. The browser downloads the file. */
export function ExportFrame({ shownCount, prepare, onClose, children }: ExportFrameProps) {
  const t = useTranslations('exports');
  const [format, setFormat] = useState<ExportFormat>('XLSX');
  const [isWhole, setWhole] = useState(false);
  const preparing = useMutation({
    mutationFn: () => prepare(format, isWhole),
    onSuccess: ({ url, fileName }) => download(url, fileName),
  });
  const { data: done, error } = preparing;
  return (
    <Dialog open title={t('title')} description={t('text')} onClose={onClose}>
      {children}
      <FormatField
        label={t('format')}
        words={(each) => t(`formats.${each}`)}
        value={format}
        onChange={setFormat}
      />
      <Field label={t('columns')}>
        <select value={String(isWhole)} onChange={({ target }) => setWhole(target.value === 'true')}>
          <option value="false">{t('shownColumns', { count: shownCount })}</option>
          <option value="true">{t('allColumns')}</option>
        </select>
      </Field>
      {error ? <Problem error={error} /> : null}
      {done ? <p role="status">{t('exporting', { rows: done.rowCount ?? 0, file: done.fileName })}</p> : null}
      <Button look="primary" busy={preparing.isPending} onClick={() => preparing.mutate()}>
        {t('download')}
      </Button>
    </Dialog>
  );
}
