import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalServicePhotosQuery } from '../../../app/operations.generated';
import { useViewer } from '../../../app/session-state';
import { Button } from '../../../parts/button';
import { later } from '../../../parts/later';
import detail from '../detail.module.css';
import { AddPhotos } from './add-photos';
import { PhotoThumbnails } from './photo-thumbnails';
import styles from './photos.module.css';
import type { ServicePhotoKind } from './upload-photo';

const RemovePhoto = later(async () => (await import('./remove-photo')).RemovePhoto);

type ServicePhoto = NonNullable<PortalServicePhotosQuery['connote']>['servicePhotos'][number];

interface ServicePhotoGroupProps {
  kind: ServicePhotoKind;
  connoteId: string;
  photos: readonly ServicePhoto[];
  /** Whether photos can be removed now: by staff any, by drivers their own. */
  edits: boolean;
  canAdd: boolean;
}

/** The photos before, or those after. */
export function ServicePhotoGroup({ kind, connoteId, photos, edits, canAdd }: ServicePhotoGroupProps) {
  const t = useTranslations('freight');
  const { role, user } = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState<ServicePhoto | null>(null);
  const mayRemove = (photo: ServicePhoto) => edits && (role !== 'DRIVER' || photo.by.id === user.id);
  const name = t(`photo.${kind}`);
  return (
    <fieldset className={styles['group']} aria-labelledby={`photos-${kind}`}>
      <h3 id={`photos-${kind}`} ref={heading} tabIndex={-1} className={detail['label']}>
        {name}
      </h3>
      {photos.length === 0 ? <p className={styles['hint']}>{t('servicePhotos.none')}</p> : null}
      <PhotoThumbnails
        photos={photos}
        act={(photo, number) =>
          mayRemove(photo) ? (
            <Button
              className={styles['remove']}
              aria-label={t('servicePhotos.remove', { number, kind: name })}
              onClick={() => setRemoved(photo)}
            >
              ×
            </Button>
          ) : null
        }
      />
      {canAdd ? <AddPhotos connoteId={connoteId} kind={kind} camera={role === 'DRIVER'} /> : null}
      {removed ? (
        <RemovePhoto
          id={removed.id}
          connoteId={connoteId}
          heading={heading}
          onClose={() => setRemoved(null)}
        />
      ) : null}
    </fieldset>
  );
}
