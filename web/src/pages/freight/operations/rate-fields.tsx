import { useTranslations } from 'use-intl';
import type { ServiceLevel } from '../../../app/operations.generated';
import { Field } from '../../../parts/field';
import styles from './operations.module.css';
import type { useRateForm } from './use-rate-form';

const SERVICES: readonly ServiceLevel[] = ['ECONOMY', 'STANDARD', 'EXPRESS'];
const AMOUNTS = ['base', 'perKg', 'minimum'] as const;
const STATES = ['originState', 'destinationState'] as const;

/** The values of a rate. */
export function RateFields({ entry: { form, checkAmount } }: { entry: ReturnType<typeof useRateForm> }) {
  const t = useTranslations();
  const { register, formState } = form;
  const { errors } = formState;
  return (
    <>
      <div className={styles['pair']}>
        <Field label={t('freight.form.service')} error={errors.service}>
          <select {...register('service')}>
            {SERVICES.map((one) => (
              <option key={one} value={one}>
                {t(`freight.service.${one}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('operations.rates.currency')} error={errors.currency}>
          <input {...register('currency', { required: true })} maxLength={3} autoComplete="off" />
        </Field>
      </div>
      <div className={styles['pair']}>
        {STATES.map((name) => (
          <Field
            key={name}
            label={t(`operations.rates.${name}`)}
            hint={t('operations.rates.stateHint')}
            error={errors[name]}
            optional
          >
            <input {...register(name)} maxLength={100} autoComplete="off" />
          </Field>
        ))}
      </div>
      <div className={styles['pair']}>
        {AMOUNTS.map((name) => (
          <Field key={name} label={t(`operations.rates.${name}`)} error={errors[name]}>
            <input
              {...register(name, { required: true, validate: checkAmount })}
              inputMode="decimal"
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
      <div className={styles['pair']}>
        <Field label={t('operations.rates.validFrom')} error={errors.validFrom}>
          <input {...register('validFrom', { required: true })} type="date" />
        </Field>
        <Field label={t('operations.rates.validUntil')} error={errors.validUntil} optional>
          <input {...register('validUntil')} type="date" />
        </Field>
      </div>
    </>
  );
}
