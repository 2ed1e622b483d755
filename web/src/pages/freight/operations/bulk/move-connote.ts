import { ApiError } from '../../../../app/ask';
import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { query } from '../../../../app/query';
import { PortalMoveBookingDocument } from '../../bookings.generated';
import { PortalConnoteStateDocument } from '../connotes.generated';

type Row = StaffConnoteRowFragment;

/** Confirms a connote as it is in its row. @throws ApiError CONFLICT if it isn't so any more */
export const confirmConnote = ({ id, status: from }: Row) =>
  query(PortalMoveBookingDocument, { input: { id, from, to: 'CONFIRMED' } });

/** Gives a connote, as it is in its row, to a driver. @throws ApiError CONFLICT if it isn't so any more */
export async function allocateConnote(row: Row, driverId: string) {
  const { id, status: from } = row;
  // The service compares the status alone, which stays where only the driver changes.
  if (from === 'ALLOCATED') await mustHaveDriver(row);
  return query(PortalMoveBookingDocument, { input: { id, from, to: 'ALLOCATED', driverId } });
}

async function mustHaveDriver({ id, driver }: Row): Promise<void> {
  const { connote } = await query(PortalConnoteStateDocument, { id });
  if (connote && connote.driver?.id !== driver?.id) throw new ApiError('CONFLICT', '');
}
