import type { AuditTarget, Json } from '../../audit/audit-event.js';
import { placeOf } from '../shipment/address.js';
import type { QuoteRecord } from './quote.entity.js';

/** A quote as the target of an audit entry. */
export const quoteTarget = ({ id, reference }: Pick<QuoteRecord, 'id' | 'reference'>): AuditTarget => ({
  type: 'QUOTE',
  id,
  label: reference,
});

/** The fields of a quote that the audit log records. */
export const auditedFields = (quote: QuoteRecord): Record<string, Json> => {
  const { status, customerId, service, weightKg, chargeableWeightKg, currency } = quote;
  const { totalAmount, validUntil, customerReference, pickupOn } = quote;
  return {
    ...{
      status,
      customerId,
      service,
      origin: placeOf(quote.origin),
      destination: placeOf(quote.destination),
    },
    ...{ weightKg, chargeableWeightKg, totalAmount, currency, validUntil, customerReference, pickupOn },
  };
};
