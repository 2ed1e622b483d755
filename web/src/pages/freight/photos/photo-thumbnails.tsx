import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileAddress } from '../../../app/file-address';
import type { PhotoKind } from '../../../app/operations.generated';
import { Dialog } from '../../../parts/dialog';
import detail from '../detail.module.css';

/** A photo with the addresses of its files. */
export interface ShownPhoto {
  id: string;
  kind: PhotoKind;
  note?: string | null | undefined;
  width: number;
  height: number;
  url: string;
  thumbnailUrl: string;
}

interface PhotoThumbnailsProps<P extends ShownPhoto> {
  photos: readonly P[];
  /** What stands at a photo, such as a button that removes it. */
  act?: (photo: P, number: number) => ReactNode;
}

/** Photos, small; one of them large in a dialog. */
export function PhotoThumbnails<P extends ShownPhoto>({ photos, act }: PhotoThumbnailsProps<P>) {
  const t = useTranslations('freight');
  const [chosen, setChosen] = useState<number | null>(null);
  const large = chosen === null ? undefined : photos[chosen];
  const nameOf = (index: number) => ({
    number: index + 1,
    kind: t(`photo.${photos[index]?.kind ?? 'DELIVERY'}`),
  });
  return (
    <>
      <ul className={detail['thumbnails']}>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <button
              type="button"
              className={detail['thumbnail']}
              aria-label={t('proof.enlarge', nameOf(index))}
              onClick={() => setChosen(index)}
            >
              <img src={fileAddress(photo.thumbnailUrl)} alt="" width={120} height={120} />
            </button>
            {act?.(photo, index + 1)}
          </li>
        ))}
      </ul>
      {large && chosen !== null ? (
        <Dialog open title={t('proof.photo', nameOf(chosen))} onClose={() => setChosen(null)}>
          <img
            className={detail['photo']}
            src={fileAddress(large.url)}
            alt={large.note ?? t('proof.photo', nameOf(chosen))}
            width={large.width}
            height={large.height}
          />
          {large.note ? <p dir="auto">{large.note}</p> : null}
        </Dialog>
      ) : null}
    </>
  );
}
