import type { AuditChange, AuditEvent } from '../../audit/audit-event.js';
import type { RateRecord } from './rate.entity.js';

/** The audit entry of a change to the rate card. */
export const rateChanged = (rate: RateRecord, changes: AuditChange[]): AuditEvent => ({
  action: 'RATE_CHANGED',
  target: { type: 'RATE', id: rate.id, label: labelOf(rate) },
  changes,
});

/** Such as "STANDARD NSW → any". */
const labelOf = ({ service, originState, destinationState }: RateRecord) =>
  `${service} ${originState ?? 'any'} → ${destinationState ?? 'any'}`;
