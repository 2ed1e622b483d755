import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fileAddress } from '../../app/file-address';
import { Fact, Facts } from '../../parts/facts';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { Time } from '../../parts/time';
import detail from './detail.module.css';
import { proofQuery } from './freight-queries';
import { PhotoThumbnails } from './photos/photo-thumbnails';

/** Who received the goods and when, with signature and photos; nothing if they were delivered without a proof. */
export function Proof({ id }: { id: string }) {
  const t = useTranslations('freight.proof');
  const { data, error, refetch } = useQuery(proofQuery(id));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={4} />;
  if (data === null) return null;
  const { receivedBy, at, note, signatureUrl, photos } = data;
  return (
    <section className={detail['section']} aria-labelledby="proof">
      <h2 id="proof">{t('title')}</h2>
      <Facts>
        <Fact label={t('receivedBy')}>{receivedBy}</Fact>
        <Fact label={t('at')}>
          <Time value={at} />
        </Fact>
        <Fact label={t('note')}>{note}</Fact>
        <Fact label={t('signature')}>
          {signatureUrl ? (
            <img
              className={detail['signature']}
              src={fileAddress(signatureUrl)}
              alt={t('signatureOf', { name: receivedBy })}
            />
          ) : null}
        </Fact>
      </Facts>
      {photos.length > 0 ? (
        <div>
          <h3 className={detail['label']}>{t('photos')}</h3>
          <PhotoThumbnails photos={photos} />
        </div>
      ) : null}
    </section>
  );
}
