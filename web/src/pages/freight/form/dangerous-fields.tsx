import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import styles from './form.module.css';
import type { ShipmentEntry } from './shipment-entry';
import { ChoiceField, TextField } from './shipment-fields';

const GROUPS = ['I', 'II', 'III'] as const;

/** Whether the goods are dangerous. */
export function DangerousMark({ index }: { index: number }) {
  const t = useTranslations('freight.form');
  const { register } = useFormContext<ShipmentEntry>();
  return (
    <label className={styles['check']}>
      <input type="checkbox" {...register(`items.${index}.isDangerous`)} /> {t('dangerous')}
    </label>
  );
}

/** What the UN calls the goods; asked for only if they are dangerous. */
export function DangerousFields({ index }: { index: number }) {
  const t = useTranslations('freight.form');
  const { control } = useFormContext<ShipmentEntry>();
  const isDangerous = useWatch({ control, name: `items.${index}.isDangerous` });
  const at = `items.${index}.dangerousGoods` as const;
  if (!isDangerous) return null;
  return (
    <div className={styles['dangerous']}>
      <TextField
        name={`${at}.unNumber`}
        label={t('unNumber')}
        hint={t('unHint')}
        rules={{ required: true }}
      />
      <TextField name={`${at}.class`} label={t('class')} hint={t('classHint')} rules={{ required: true }} />
      <ChoiceField name={`${at}.packingGroup`} label={t('packingGroup')} optional>
        <option value="">{t('none')}</option>
        {GROUPS.map((group) => (
          <option key={group}>{group}</option>
        ))}
      </ChoiceField>
    </div>
  );
}
