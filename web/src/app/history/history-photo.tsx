import { useTranslations } from 'use-intl';
import { PhotoThumbnail } from '../photo-thumbnail';
import type { Entry } from './history-queries';

/** The side of a thumbnail, in pixels. */
const SIDE = 64;

/** A photo, small; large in a dialog. */
export function HistoryPhoto({ photo }: { photo: NonNullable<Entry['photo']> }) {
  const t = useTranslations('history');
  const freight = useTranslations('freight');
  const kind = freight(`photo.${photo.kind}`);
  return (
    <PhotoThumbnail
      photo={photo}
      size={SIDE}
      words={{ name: t('photo', { kind }), enlarge: t('enlarge', { kind }) }}
    />
  );
}
