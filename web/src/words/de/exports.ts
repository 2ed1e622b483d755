import type { Words } from '../en';

export const exports: Words['exports'] = {
  title: 'Das Gezeigte exportieren',
  text: 'Jede Zeile dieser Suche und dieser Filter, in dieser Reihenfolge.',
  format: 'Format',
  formats: {
    XLSX: 'Excel-Arbeitsmappe',
    CSV: 'CSV, durch Kommas getrennter Text',
    NDJSON: 'NDJSON, eine Zeile JSON je Zeile',
    PARQUET: 'Parquet, für Datenwerkzeuge',
  },
  columns: 'Spalten',
  shownColumns: '{count, plural, one {Die gezeigte Spalte} other {Die # gezeigten Spalten}}',
  allColumns: 'Alle Spalten',
  download: 'Herunterladen',
  exporting: '{rows, plural, one {# Zeile} other {# Zeilen}} in {file}. Ihr Browser zeigt den Fortschritt.',
};
