import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import styles from './form.module.css';
import type { ShipmentEntry } from './shipment-entry';
import { ChoiceField, TextField } from './shipment-fields';

const GROUPS = ['I', 'II', 'III'] as const;

/** Whether the goods are dangerous, and if so, what the UN calls them. */
export function DangerousFields({ index }: { index: number }) {
  const t = useTranslations('freight.form');
  const { register, control } = useFormContext<ShipmentEntry>();
  const isDangerous = useWatch({ control, name: `items.${index}.isDangerous` });
  const at = `items.${index}.dangerousGoods` as const;
  return (
    <>
      <label className={styles['check']}>
        <input type="checkbox" {...register(`items.${index}.isDangerous`)} /> {t('dangerous')}
      </label>
      {isDangerous ? (
        <div className={styles['dangerous']}>
          <TextField
            name={`${at}.unNumber`}
            label={t('unNumber')}
            hint={t('unHint')}
            rules={{ required: true }}
          />
          <TextField name={`${at}.class`} label={t('class')} rules={{ required: true }} />
          <ChoiceField name={`${at}.packingGroup`} label={t('packingGroup')} optional>
            <option value="">{t('none')}</option>
            {GROUPS.map((group) => (
              <option key={group}>{group}</option>
            ))}
          </ChoiceField>
        </div>
      ) : null}
    </>
  );
}
