import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { queryClient } from '../../../app/query';
import button from '../../../parts/button.module.css';
import { classNames } from '../../../parts/class-names';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { servicePhotosQuery } from '../freight-queries';
import styles from './photos.module.css';
import { shrinkPhoto } from './shrink-photo';
import { type ServicePhotoKind, uploadPhoto } from './upload-photo';

/** A file that the browser can't read as a picture. */
class Unreadable extends Error {}

interface AddPhotosProps {
  connoteId: string;
  kind: ServicePhotoKind;
  /** Whether a phone opens its camera at once. */
  camera: boolean;
}

/** Adds photos before or after a service, from the camera or from files. They are sent at once. */
export function AddPhotos({ connoteId, kind, camera }: AddPhotosProps) {
  const t = useTranslations('freight.servicePhotos');
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      // One after the other: a phone has no memory for several pictures of its camera.
      for (const file of files) {
        const shrunk = await shrinkPhoto(file).catch(() => null);
        if (!shrunk) throw new Unreadable();
        await uploadPhoto(connoteId, shrunk, kind);
      }
      return files.length;
    },
    onSuccess: (count) => toast(t('added', { count })),
    // Those before the one that failed are there.
    onSettled: () => queryClient.invalidateQueries({ queryKey: servicePhotosQuery(connoteId).queryKey }),
  });
  return (
    <>
      <label className={classNames(button['button'], styles['add'])}>
        {t(`add.${kind}`)}
        <input
          type="file"
          accept="image/*"
          multiple
          {...(camera ? { capture: 'environment' as const } : {})}
          aria-disabled={add.isPending}
          onClick={(event) => {
            if (add.isPending) event.preventDefault();
          }}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // The same file may be chosen again after it was removed.
            target.value = '';
            if (files.length > 0 && !add.isPending) add.mutate(files);
          }}
        />
      </label>
      <p className={styles['hint']} aria-live="polite">
        {add.isPending ? t('sending') : null}
      </p>
      {add.error ? (
        <Problem error={add.error} words={add.error instanceof Unreadable ? t('unreadable') : undefined} />
      ) : null}
    </>
  );
}
