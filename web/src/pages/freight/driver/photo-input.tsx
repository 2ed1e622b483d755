import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import button from '../../../parts/button.module.css';
import { classNames } from '../../../parts/class-names';
import styles from './driver.module.css';
import type { usePhotos } from './use-photos';

/** Takes photos with the phone's camera, or from its pictures. */
export function PhotoInput({ photos, left, add, remove, isBusy, hasFailed }: ReturnType<typeof usePhotos>) {
  const t = useTranslations('run.delivery');
  const legend = useRef<HTMLLegendElement>(null);
  return (
    <fieldset className={styles['photos']}>
      <legend ref={legend} tabIndex={-1} className={styles['label']}>
        {t('photos')}
      </legend>
      <ul>
        {photos.map((photo, index) => (
          <Photo
            // biome-ignore lint/suspicious/noArrayIndexKey: photos have no id
            key={index}
            photo={photo}
            number={index + 1}
            onRemove={() => {
              // The button goes, and must not take the focus with it.
              legend.current?.focus();
              remove(photo);
            }}
          />
        ))}
      </ul>
      {left > 0 ? (
        <label className={classNames(button['button'], styles['camera'])}>
          {t('takePhoto')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            onChange={({ target }) => {
              void add([...(target.files ?? [])]);
              // The same file may be chosen again after it was removed.
              target.value = '';
            }}
          />
        </label>
      ) : null}
      <p className={styles['hint']} aria-live="polite">
        {isBusy ? t('preparing') : left > 0 ? t('photosHint', { count: left }) : t('photosFull')}
      </p>
      {hasFailed ? (
        <p role="alert" className={styles['error']}>
          {t('unreadable')}
        </p>
      ) : null}
    </fieldset>
  );
}

interface PhotoProps {
  photo: Blob;
  number: number;
  onRemove: () => void;
}

function Photo({ photo, number, onRemove }: PhotoProps) {
  const t = useTranslations('run.delivery');
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <li>
      <img src={address} alt={t('photo', { number })} />
      <Button aria-label={t('removePhoto', { number })} onClick={onRemove}>
        ×
      </Button>
    </li>
  );
}
