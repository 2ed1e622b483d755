/** Words of exporting a list. */
export const exports = {
  title: 'Export what is shown',
  text: 'Every row of this search and these filters, in this order.',
  format: 'Format',
  formats: {
    XLSX: 'Excel workbook',
    CSV: 'CSV, comma-separated text',
    NDJSON: 'NDJSON, a line of JSON for each row',
    PARQUET: 'Parquet, for data tools',
  },
  columns: 'Columns',
  shownColumns: 'The {count, plural, one {# column} other {# columns}} shown',
  allColumns: 'All columns',
  download: 'Download',
  exporting: '{rows, plural, one {# row} other {# rows}} in {file}. Your browser shows its progress.',
};
