import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import button from '../../../parts/button.module.css';
import { classNames } from '../../../parts/class-names';
import styles from './driver.module.css';
import { shrinkPhoto } from './shrink-photo';

/** So many photos a proof of delivery has at most. */
const MAX_PHOTOS = 5;

interface PhotoInputProps {
  photos: readonly Blob[];
  onChange: (change: (photos: readonly Blob[]) => readonly Blob[]) => void;
}

/** Takes photos with the phone's camera, or from its pictures. */
export function PhotoInput({ photos, onChange }: PhotoInputProps) {
  const t = useTranslations('run.delivery');
  const { add, isBusy, hasFailed } = useShrinking((more) =>
    onChange((before) => [...before, ...more].slice(0, MAX_PHOTOS)),
  );
  const left = MAX_PHOTOS - photos.length;
  return (
    <fieldset className={styles['photos']}>
      <legend className={styles['label']}>{t('photos')}</legend>
      <ul>
        {photos.map((photo, index) => (
          <Photo
            // biome-ignore lint/suspicious/noArrayIndexKey: photos have no id
            key={index}
            photo={photo}
            number={index + 1}
            onRemove={() => onChange((before) => before.filter((one) => one !== photo))}
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

/** One after the other: a phone has no memory for several pictures of its camera. */
function useShrinking(onShrunk: (photos: Blob[]) => void) {
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const add = async (files: File[]) => {
    setBusy(true);
    setFailed(false);
    for (const file of files) {
      const shrunk = await shrinkPhoto(file).catch(() => null);
      if (shrunk) onShrunk([shrunk]);
      else setFailed(true);
    }
    setBusy(false);
  };
  return { add, isBusy, hasFailed };
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
