import { useTranslations } from 'use-intl';
import { useToday } from '../../../app/days-left';
import type { ServiceLevel } from '../../../app/operations.generated';
import { useZoneWords } from '../../../parts/zone-note';
import styles from './form.module.css';
import { ChoiceField, LinesField, TextField } from './shipment-fields';

const SERVICES: readonly ServiceLevel[] = ['ECONOMY', 'STANDARD', 'EXPRESS'];

interface WhenFieldsProps {
  /** Whether the service can be chosen; a quote has its own. */
  hasService: boolean;
  /** Whether it is a booking, which has what the driver needs. */
  isBooking: boolean;
}

/** How quickly, when, and what the customer calls it. */
export function WhenFields({ hasService, isBooking }: WhenFieldsProps) {
  const t = useTranslations('freight');
  const zone = useZoneWords();
  const today = useToday() ?? undefined;
  return (
    <fieldset className={styles['section']}>
      <legend>{t('form.when')}</legend>
      <div className={styles['when']}>
        {hasService ? (
          <ChoiceField name="service" label={t('form.service')}>
            {SERVICES.map((one) => (
              <option key={one} value={one}>
                {t(`service.${one}`)}
              </option>
            ))}
          </ChoiceField>
        ) : null}
        <TextField name="pickupOn" label={t('form.pickupOn')} optional type="date" min={today} />
        {isBooking ? (
          <TextField name="readyAt" label={t('form.readyAt')} hint={zone} optional type="datetime-local" />
        ) : null}
        <TextField
          name="customerReference"
          label={t('form.yours')}
          hint={t('form.yoursHint')}
          optional
          maxLength={100}
        />
      </div>
      {isBooking ? <LinesField name="instructions" label={t('form.instructions')} optional /> : null}
    </fieldset>
  );
}
