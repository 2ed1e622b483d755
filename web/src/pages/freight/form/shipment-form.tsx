import type { ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../../app/ask';
import { LeaveGuard } from '../../../app/leave-guard';
import type { BookShipmentInput, RequestQuoteInput } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import styles from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { AddressFields } from './address-fields';
import own from './form.module.css';
import { ItemsFields } from './items-fields';
import { Review } from './review';
import { isAboutCompany } from './server-refusals';
import type { AddressEntry } from './shipment-entry';
import type { ShipmentForm } from './use-shipment-form';
import { WhenFields } from './when-fields';

interface ShipmentFormProps {
  shipment: ShipmentForm;
  isBooking: boolean;
  /** Where it is booked by a quote: what of the two addresses can't be changed. */
  byQuote?: { origin: (keyof AddressEntry)[]; destination: (keyof AddressEntry)[] };
  /** What would be sent now. */
  toInput: () => RequestQuoteInput | BookShipmentInput;
  /** The buttons that send it. */
  children: ReactNode;
}

/** Typed first, then reviewed, then sent. The fields stay while one reviews, so that nothing typed is lost. */
export function ShipmentFormView({ shipment, isBooking, byQuote, toInput, children }: ShipmentFormProps) {
  const t = useTranslations('freight.form');
  const { form, isReviewing, problem, review, weights, backToForm, isUnsaved } = shipment;
  return (
    <FormProvider {...form}>
      <form className={styles['page']} onSubmit={review} noValidate hidden={isReviewing}>
        <Refusal problem={problem} />
        <div className={own['lane']}>
          <AddressFields
            name="origin"
            legend={isBooking ? t('fromCustomer') : t('from')}
            locked={byQuote?.origin ?? []}
          />
          <AddressFields
            name="destination"
            legend={isBooking ? t('toCustomer') : t('to')}
            locked={byQuote?.destination ?? []}
          />
        </div>
        {byQuote ? null : <ItemsFields />}
        <WhenFields hasService={!byQuote} isBooking={isBooking} />
        <div className={styles['acts']}>
          <Button type="submit" look="primary">
            {t('review')}
          </Button>
        </div>
      </form>
      {isReviewing ? (
        <div className={styles['page']}>
          <Review entry={form.getValues()} input={toInput()} weights={weights} />
          <Refusal problem={problem} />
          <div className={styles['acts']}>
            {children}
            <Button onClick={() => backToForm()}>{t('change')}</Button>
          </div>
        </div>
      ) : null}
      <LeaveGuard isUnsaved={isUnsaved} title={t('leaveTitle')} />
    </FormProvider>
  );
}

/** Why it wasn't taken. Values that were refused say so at their fields, too. */
function Refusal({ problem }: { problem: unknown }) {
  const t = useTranslations('freight.form');
  if (!problem) return null;
  if (isAboutCompany(problem)) return <Problem error={problem} words={t('noCompany')} />;
  const count = problem instanceof ApiError ? problem.fields.length : 0;
  return <Problem error={problem} words={count > 0 ? t('refused', { count }) : undefined} />;
}
