import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import styles from './form.module.css';
import { RememberedAddresses } from './remembered-addresses';
import type { AddressEntry, ShipmentEntry } from './shipment-entry';
import { TextField } from './shipment-fields';

interface AddressFieldsProps {
  name: 'origin' | 'destination';
  legend: string;
  /** What a quote has fixed. */
  locked: readonly (keyof AddressEntry)[];
}

/** Where goods are picked up or delivered. */
export function AddressFields({ name, legend, locked }: AddressFieldsProps) {
  const t = useTranslations('freight.form');
  const { setValue } = useFormContext<ShipmentEntry>();
  const readOnly = (field: keyof AddressEntry) => locked.includes(field);
  return (
    <fieldset className={styles['section']}>
      <legend>{legend}</legend>
      {locked.length === 0 ? (
        <RememberedAddresses
          where={legend}
          onChoose={(address) => setValue(name, address, { shouldDirty: true, shouldValidate: true })}
        />
      ) : null}
      <div className={styles['address']}>
        <TextField name={`${name}.company`} label={t('company')} optional maxLength={200} />
        <TextField name={`${name}.street`} label={t('street')} optional maxLength={200} />
        <TextField
          name={`${name}.suburb`}
          label={t('suburb')}
          rules={{ required: true }}
          readOnly={readOnly('suburb')}
          maxLength={100}
        />
        <TextField
          name={`${name}.state`}
          label={t('state')}
          rules={{ required: true }}
          readOnly={readOnly('state')}
          maxLength={100}
        />
        <TextField
          name={`${name}.postcode`}
          label={t('postcode')}
          optional
          readOnly={readOnly('postcode')}
          maxLength={12}
        />
        <TextField
          name={`${name}.country`}
          label={t('country')}
          rules={{ required: true, pattern: { value: /^[a-z]{2}$/i, message: t('countryWrong') } }}
          readOnly={readOnly('country')}
          maxLength={2}
        />
        <TextField name={`${name}.contactName`} label={t('contactName')} optional maxLength={100} />
        <TextField
          name={`${name}.contactPhone`}
          label={t('contactPhone')}
          optional
          type="tel"
          maxLength={40}
        />
      </div>
    </fieldset>
  );
}
