import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { PhotoKind } from '../../../app/operations.generated';
import { type PhotoFiles, PhotoThumbnail } from '../../../app/photo-thumbnail';
import detail from '../detail.module.css';

/** A photo of a connote. */
export interface ShownPhoto extends PhotoFiles {
  id: string;
  kind: PhotoKind;
}

interface PhotoThumbnailsProps<P extends ShownPhoto> {
  photos: readonly P[];
  /** What stands at a photo, such as a button that removes it. */
  act?: (photo: P, number: number) => ReactNode;
}

/** The side of a thumbnail, in pixels. */
const SIDE = 120;

/** Photos, small; one of them large in a dialog. */
export function PhotoThumbnails<P extends ShownPhoto>({ photos, act }: PhotoThumbnailsProps<P>) {
  const t = useTranslations('freight');
  return (
    <ul className={detail['thumbnails']}>
      {photos.map((photo, index) => {
        const named = { number: index + 1, kind: t(`photo.${photo.kind}`) };
        const words = { name: t('proof.photo', named), enlarge: t('proof.enlarge', named) };
        return (
          <li key={photo.id}>
            <PhotoThumbnail photo={photo} words={words} size={SIDE} />
            {act?.(photo, index + 1)}
          </li>
        );
      })}
    </ul>
  );
}
