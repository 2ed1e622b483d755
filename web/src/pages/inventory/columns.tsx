import type { ReactNode } from 'react';
import type { PortalItemFragment } from '../../app/operations.generated';
import { Quantity } from '../../parts/quantity';
import { StatusMark, type Tone } from '../../parts/status-mark';
import { Time } from '../../parts/time';
import type { Sort } from './inventory-search';

type Item = PortalItemFragment;

/** A column of the grid. Its name is its word, too. */
export interface Column {
  name: Sort;
  /** Set in the face for codes, or at the right as numbers are. */
  look?: 'code' | 'number';
  cell: (item: Item) => ReactNode;
}

/** What an ERP's status means, as far as its word tells. */
const TONES: Record<string, Tone> = { AVAILABLE: 'good', HELD: 'warn', QUARANTINE: 'warn', DAMAGED: 'bad' };

/** A status by its word and a colour. */
export const Status = ({ of }: { of: string | null }) =>
  of ? <StatusMark tone={TONES[of] ?? 'neutral'}>{of}</StatusMark> : <>–</>;

/** The columns in their order. */
export const COLUMNS: readonly Column[] = [
  { name: 'part', look: 'code', cell: (item) => item.partNumber },
  { name: 'description', cell: (item) => item.description },
  { name: 'customer', cell: (item) => item.erpCustomer.name },
  { name: 'whse', look: 'code', cell: (item) => item.warehouse },
  { name: 'bin', look: 'code', cell: (item) => item.bin },
  { name: 'lot', look: 'code', cell: (item) => item.lot },
  { name: 'status', cell: (item) => <Status of={item.status} /> },
  {
    name: 'onHand',
    look: 'number',
    cell: (item) => <Quantity value={item.quantityOnHand} unit={item.unit} />,
  },
  {
    name: 'available',
    look: 'number',
    cell: (item) => <Quantity value={item.quantityAvailable} unit={item.unit} />,
  },
  { name: 'expires', cell: (item) => <Time value={item.expiresOn} /> },
];
