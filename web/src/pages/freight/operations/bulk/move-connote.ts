import type { StaffConnoteRowFragment } from '../../../../app/operations.generated';
import { query } from '../../../../app/query';
import { PortalMoveBookingDocument } from '../../bookings.generated';

type Row = StaffConnoteRowFragment;

/** Confirms a connote as it is in its row. @throws ApiError CONFLICT if it isn't so any more */
export const confirmConnote = ({ id, version, status: from }: Row) =>
  query(PortalMoveBookingDocument, { input: { id, version, from, to: 'CONFIRMED' } });

/** Gives a connote, as it is in its row, to a driver. @throws ApiError CONFLICT if it isn't so any more */
export const allocateConnote = ({ id, version, status: from }: Row, driverId: string) =>
  query(PortalMoveBookingDocument, { input: { id, version, from, to: 'ALLOCATED', driverId } });
