import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../app/page-heading';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import styles from '../../parts/layout.module.css';
import { emptyShipment } from './form/shipment-entry';
import { ShipmentFormView } from './form/shipment-form';
import { toQuoteInput } from './form/shipment-input';
import { useShipmentForm } from './form/use-shipment-form';
import { PortalRequestQuoteDocument } from './quotes.generated';

/** Asks for the price of a shipment. */
export function RequestQuotePage() {
  const t = useTranslations('freight.form');
  const navigate = useNavigate();
  const [initial] = useState(emptyShipment);
  const shipment = useShipmentForm(initial);
  const toInput = () => toQuoteInput(shipment.form.getValues(), shipment.writing);
  const request = () =>
    shipment.send(async () => {
      const { requestQuote } = await query(PortalRequestQuoteDocument, { input: toInput() });
      return () =>
        navigate({ to: '/customer/quotes/$reference', params: { reference: requestQuote.quote.reference } });
    });
  return (
    <div className={styles['page']}>
      <PageHeading title={t('requestTitle')} />
      <ShipmentFormView shipment={shipment} isBooking={false} toInput={toInput}>
        <Button look="primary" busy={shipment.isSending} onClick={request}>
          {t('send')}
        </Button>
      </ShipmentFormView>
    </div>
  );
}
