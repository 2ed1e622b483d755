import type { Cell, TableColumn } from '../formats/table.js';

/** A column of an export, and its cell of an item. The names in files are those of the item's fields. */
export type ExportColumnOf<Item> = TableColumn & { cellOf: (item: Item) => Cell };

type CellOf<Item> = ExportColumnOf<Item>['cellOf'];

/** A column of texts. @param width in characters, for XLSX */
export function textColumn<Item>(
  name: string,
  title: string,
  width: number,
  cellOf: CellOf<Item>,
): ExportColumnOf<Item> {
  return { name, title, type: 'text', width, cellOf };
}

/** A column of decimals. */
export function decimalColumn<Item>(name: string, title: string, cellOf: CellOf<Item>): ExportColumnOf<Item> {
  return { name, title, type: 'decimal', width: 14, cellOf };
}

/** A column of days. */
export function dateColumn<Item>(name: string, title: string, cellOf: CellOf<Item>): ExportColumnOf<Item> {
  return { name, title, type: 'date', width: 12, cellOf };
}
