import { required } from '../../shared/row-values.js';
import { sha256 } from '../../shared/sha256.js';
import { type InventoryRow } from '../inventory/inventory.row.js';

/** All rows that answer a question, at one time. */
export interface Snapshot {
  /** When the ERP last gave it. */
  asOf: Date;
  rows: ReadonlyMap<string, InventoryRow>;
  /** What tells whether a row has changed, by its id. It is kept longer than the rows. */
  digests: ReadonlyMap<string, string>;
}

/** What differs between two snapshots. */
export interface Difference {
  changed: { row: InventoryRow; isNew: boolean }[];
  removed: string[];
}

/** 96 bits: two versions of a row that have the same are not to be expected. */
const DIGEST_DIGITS = 24;

/** The rows of an answer as text. Equal rows are equal texts, whatever their order. */
export function serialize(rows: readonly InventoryRow[]): string {
  const texts = rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort(byName))));
  return `[${texts.sort().join(',')}]`;
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);

/** A stored answer as a snapshot. */
export function toSnapshot(payload: string, asOf: Date): Snapshot {
  const rows = new Map((JSON.parse(payload) as InventoryRow[]).map((row) => [required(row, 'row_id'), row]));
  const digests = new Map(
    [...rows].map(([id, row]) => [id, sha256(JSON.stringify(row)).slice(0, DIGEST_DIGITS)]),
  );
  return { asOf, rows, digests };
}

/** What a watcher who has seen these digests is to be told. */
export function differenceFrom(seen: ReadonlyMap<string, string>, { rows, digests }: Snapshot): Difference {
  const changed = [...rows]
    .filter(([id]) => seen.get(id) !== digests.get(id))
    .map(([id, row]) => ({
      row,
      isNew: !seen.has(id),
    }));
  const removed = [...seen.keys()].filter((id) => !digests.has(id));
  return { changed, removed };
}
