import { Field } from '../parts/field';
import type { ExportFormat } from './operations.generated';

const FORMATS: readonly ExportFormat[] = ['XLSX', 'CSV', 'NDJSON', 'PARQUET'];

interface FormatFieldProps {
  label: string;
  words: (format: ExportFormat) => string;
  value: ExportFormat;
  onChange: (format: ExportFormat) => void;
}

/** The format of an export. */
export function FormatField({ label, words, value, onChange }: FormatFieldProps) {
  return (
    <Field label={label}>
      <select
        value={value}
        onChange={({ target }) => onChange(FORMATS.find((each) => each === target.value) ?? 'XLSX')}
      >
        {FORMATS.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </select>
    </Field>
  );
}
