import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FreightAddressFragment, QuotePartsFragment } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import styles from '../../../parts/layout.module.css';
import { PortalBookShipmentDocument } from '../bookings.generated';
import { Goods } from '../goods';
import { type AddressEntry, addressEntry, emptyShipment, type ShipmentEntry } from './shipment-entry';
import { ShipmentFormView } from './shipment-form';
import { toBookingInput } from './shipment-input';
import { useShipmentForm } from './use-shipment-form';

/** A booking, at once or as a draft. A quote has its lane and goods already. */
export function BookingForm({ quote }: { quote: QuotePartsFragment | null }) {
  const t = useTranslations('freight.form');
  const navigate = useNavigate();
  const [initial] = useState(() => entryOf(quote));
  const shipment = useShipmentForm(initial);
  const toInput = (draft: boolean) =>
    toBookingInput(shipment.form.getValues(), shipment.writing, { quoteId: quote?.id ?? null, draft });
  const book = (draft: boolean) =>
    shipment.send(async () => {
      const { bookShipment } = await query(PortalBookShipmentDocument, { input: toInput(draft) });
      return () =>
        navigate({ to: '/customer/bookings/$number', params: { number: bookShipment.connote.number } });
    });
  return (
    <div className={styles['page']}>
      <PageHeading title={quote ? t('bookQuoteTitle', { reference: quote.reference }) : t('bookTitle')} />
      {quote ? <p>{t('unchangedByQuote', { reference: quote.reference })}</p> : null}
      {quote ? <Goods {...quote} /> : null}
      <ShipmentFormView
        shipment={shipment}
        isBooking
        toInput={() => toInput(false)}
        {...(quote
          ? { byQuote: { origin: fixed(quote.origin), destination: fixed(quote.destination) } }
          : {})}
      >
        <Button look="primary" busy={shipment.isSending} onClick={() => book(false)}>
          {t('book')}
        </Button>
        <Button busy={shipment.isSending} onClick={() => book(true)}>
          {t('saveDraft')}
        </Button>
      </ShipmentFormView>
    </div>
  );
}

/** What of a quote's address the price depends on. A postcode may be added where it has none. */
const fixed = ({ postcode }: FreightAddressFragment): (keyof AddressEntry)[] => [
  ...(['suburb', 'state', 'country'] as const),
  ...(postcode ? (['postcode'] as const) : []),
];

function entryOf(quote: QuotePartsFragment | null): ShipmentEntry {
  if (!quote) return emptyShipment();
  return {
    ...emptyShipment(),
    origin: addressEntry(quote.origin),
    destination: addressEntry(quote.destination),
    service: quote.service,
    pickupOn: quote.pickupOn ?? '',
    customerReference: quote.customerReference ?? '',
  };
}
