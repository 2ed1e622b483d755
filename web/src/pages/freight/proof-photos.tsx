import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileAddress } from '../../app/file-address';
import type { PortalBookingProofQuery } from '../../app/operations.generated';
import { Dialog } from '../../parts/dialog';
import detail from './detail.module.css';

type Proof = NonNullable<NonNullable<PortalBookingProofQuery['connote']>['proofOfDelivery']>;

/** The photos of a delivery, small; one of them large in a dialog. */
export function ProofPhotos({ photos }: Pick<Proof, 'photos'>) {
  const t = useTranslations('freight');
  const [chosen, setChosen] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const large = chosen === null ? undefined : photos[chosen];
  const nameOf = (index: number) => ({
    number: index + 1,
    kind: t(`photo.${photos[index]?.kind ?? 'DELIVERY'}`),
  });
  return (
    <div>
      <h3 className={detail['label']}>{t('proof.photos')}</h3>
      <div className={detail['thumbnails']}>
        {photos.map(({ id, thumbnailUrl }, index) => (
          <button
            key={id}
            type="button"
            className={detail['thumbnail']}
            aria-label={t('proof.enlarge', nameOf(index))}
            onClick={() => setChosen(index)}
          >
            <img src={fileAddress(thumbnailUrl)} alt="" width={120} height={120} />
          </button>
        ))}
      </div>
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
    </div>
  );
}
