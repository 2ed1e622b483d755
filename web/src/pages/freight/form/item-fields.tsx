import { useFormContext, useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { Packaging } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import { DangerousFields, DangerousMark } from './dangerous-fields';
import { readDecimal, separatorOf } from './decimals';
import styles from './form.module.css';
import type { ShipmentEntry } from './shipment-entry';
import { ChoiceField, TextField } from './shipment-fields';
import { isCount } from './typed-weights';

const PACKAGINGS: readonly Packaging[] = ['CARTON', 'PALLET', 'SKID', 'CRATE', 'DRUM', 'OTHER'];
const SIZES = ['lengthCm', 'widthCm', 'heightCm'] as const;

interface ItemFieldsProps {
  index: number;
  /** Null where it can't be done. */
  onCopy: (() => void) | null;
  onRemove: (() => void) | null;
}

/** One item: equal units of goods. */
export function ItemFields({ index, onCopy, onRemove }: ItemFieldsProps) {
  const t = useTranslations('freight');
  const number = index + 1;
  return (
    <fieldset className={styles['item']}>
      <legend>{t('form.itemTitle', { number })}</legend>
      <div className={styles['measures']}>
        <ChoiceField name={`items.${index}.packaging`} label={t('form.packaging')}>
          {PACKAGINGS.map((one) => (
            <option key={one} value={one}>
              {t(`packaging.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <TextField
          name={`items.${index}.quantity`}
          label={t('form.quantity')}
          rules={{ required: true, validate: (text) => isCount(text) || t('form.wholeNumber') }}
          inputMode="numeric"
        />
        <MeasureFields index={index} />
      </div>
      <div className={styles['described']}>
        <TextField
          name={`items.${index}.description`}
          label={t('form.description')}
          optional
          maxLength={200}
        />
        <DangerousMark index={index} />
        <div className={styles['itemActs']}>
          {onCopy ? (
            <Button look="quiet" aria-label={t('form.copyItemLabel', { number })} onClick={onCopy}>
              {t('form.copyItem')}
            </Button>
          ) : null}
          {onRemove ? (
            <Button look="quiet" aria-label={t('form.removeItemLabel', { number })} onClick={onRemove}>
              {t('form.removeItem')}
            </Button>
          ) : null}
        </div>
      </div>
      <DangerousFields index={index} />
    </fieldset>
  );
}

/** What one unit weighs, and how large it is: all three sizes or none. */
function MeasureFields({ index }: { index: number }) {
  const t = useTranslations('freight.form');
  const locale = useLocale();
  const { control } = useFormContext<ShipmentEntry>();
  const sizes = useWatch({ control, name: SIZES.map((size) => `items.${index}.${size}` as const) });
  const hasSizes = sizes.some(Boolean);
  const isNumber = (text: string) =>
    !text || readDecimal(text, locale) !== null || t('wrongNumber', { example: `12${separatorOf(locale)}5` });
  return (
    <>
      <TextField
        name={`items.${index}.weightKg`}
        label={t('weightKg')}
        rules={{ required: true, validate: isNumber }}
        inputMode="decimal"
      />
      {SIZES.map((size) => (
        <TextField
          key={size}
          name={`items.${index}.${size}`}
          label={t(size)}
          optional={!hasSizes}
          rules={{ validate: (text) => (hasSizes && !text ? t('allSizes') : isNumber(text)) }}
          inputMode="decimal"
        />
      ))}
    </>
  );
}
