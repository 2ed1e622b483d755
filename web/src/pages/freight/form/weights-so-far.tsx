import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { about } from '../../../app/about';
import { Weights } from '../goods';
import styles from './form.module.css';
import type { ShipmentEntry } from './shipment-entry';
import { weightsSoFar } from './typed-weights';

/** What the items weigh together, while one types. */
export function WeightsSoFar() {
  const t = useTranslations('freight.form');
  const format = useFormatter();
  const locale = useLocale();
  const { control } = useFormContext<ShipmentEntry>();
  const items = useWatch({ control, name: 'items' });
  const { data } = useQuery(about);
  if (!data) return null;
  const { cubicFactor } = data.portal.freight;
  return (
    <div className={styles['weights']}>
      <Weights {...weightsSoFar(items, { cubicFactor, locale })} />
      <p className={styles['note']}>{t('cubicHint', { factor: format.number(cubicFactor) })}</p>
    </div>
  );
}
