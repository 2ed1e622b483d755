import { useRef, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import styles from './form.module.css';
import { ItemFields } from './item-fields';
import { emptyItem, type ShipmentEntry } from './shipment-entry';
import { WeightsSoFar } from './weights-so-far';

/** The server takes no more. */
const MAX_ITEMS = 100;

/** The goods: a row for each kind of unit, and what they weigh together. */
export function ItemsFields() {
  const t = useTranslations('freight.form');
  const { control, getValues } = useFormContext<ShipmentEntry>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'items' });
  const [news, setNews] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);
  const copy = (index: number) => {
    insert(index + 1, structuredClone(getValues(`items.${index}`)));
    setNews(t('added', { number: index + 2 }));
  };
  const drop = (index: number) => {
    remove(index);
    setNews(t('removed', { number: index + 1 }));
    addButton.current?.focus();
  };
  const add = () => {
    append(emptyItem());
    setNews(t('added', { number: fields.length + 1 }));
  };
  const isFull = fields.length >= MAX_ITEMS;
  return (
    <fieldset className={styles['section']}>
      <legend>{t('goods')}</legend>
      {fields.map(({ id }, index) => (
        <ItemFields
          key={id}
          index={index}
          onCopy={isFull ? null : () => copy(index)}
          onRemove={fields.length > 1 ? () => drop(index) : null}
        />
      ))}
      <p role="status" className={styles['news']}>
        {news}
      </p>
      <div>
        <Button ref={addButton} onClick={add} disabled={isFull}>
          {t('addItem')}
        </Button>
      </div>
      <WeightsSoFar />
    </fieldset>
  );
}
