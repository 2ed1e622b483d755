import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFeature } from '../../../app/features';
import type { ConnoteStatus, Role } from '../../../app/operations.generated';
import { useViewer } from '../../../app/session-state';
import { useIsOnline } from '../../../app/use-is-online';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import detail from '../detail.module.css';
import { servicePhotosQuery } from '../freight-queries';
import styles from './photos.module.css';
import { ServicePhotoGroup } from './service-photo-group';

/** The statuses in which a connote takes such photos, and who adds them. */
const OPEN: readonly ConnoteStatus[] = ['CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED'];
const EDITORS: readonly Role[] = ['OPERATIONS', 'ADMIN', 'DRIVER'];
/** So many a connote has at most. */
const MAX_PHOTOS = 20;

interface ServicePhotosProps {
  connoteId: string;
  status: ConnoteStatus;
}

/** The photos before and after a service, where this portal has them. Staff and drivers add and remove them here. */
export function ServicePhotos(props: ServicePhotosProps) {
  const isOn = useFeature('PHOTOS') ?? false;
  return isOn ? <Photos {...props} /> : null;
}

function Photos({ connoteId, status }: ServicePhotosProps) {
  const mayEdit = EDITORS.includes(useViewer().role);
  const takesPhotos = mayEdit && OPEN.includes(status);
  const isOnline = useIsOnline();
  const { data, error, refetch } = useQuery(servicePhotosQuery(connoteId));
  if (error && !data && isOnline) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data?.length && !takesPhotos) return null;
  if (!data) return isOnline ? <Skeleton rows={3} /> : <PhotosSection notice="offline" />;
  const isFull = data.length >= MAX_PHOTOS;
  const edits = mayEdit && isOnline;
  return (
    <PhotosSection notice={mayEdit ? noticeOf({ isOnline, isFull: isFull && takesPhotos }) : null}>
      {(['BEFORE', 'AFTER'] as const).map((kind) => (
        <ServicePhotoGroup
          key={kind}
          kind={kind}
          connoteId={connoteId}
          photos={data.filter((photo) => photo.kind === kind)}
          edits={edits}
          canAdd={edits && takesPhotos && !isFull}
        />
      ))}
    </PhotosSection>
  );
}

function noticeOf({ isOnline, isFull }: { isOnline: boolean; isFull: boolean }): 'offline' | 'full' | null {
  if (!isOnline) return 'offline';
  return isFull ? 'full' : null;
}

/** @param notice why no photos can be added, to those who otherwise can */
function PhotosSection({ notice, children }: { notice: 'offline' | 'full' | null; children?: ReactNode }) {
  const t = useTranslations('freight.servicePhotos');
  return (
    <section className={detail['section']} aria-labelledby="service-photos">
      <h2 id="service-photos">{t('title')}</h2>
      <div className={styles['groups']}>{children}</div>
      <p role="status" className={styles['hint']}>
        {notice && t(notice)}
      </p>
    </section>
  );
}
