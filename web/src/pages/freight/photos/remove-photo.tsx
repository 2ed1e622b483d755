import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../../app/ask';
import { query, queryClient } from '../../../app/query';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { toast } from '../../../parts/toast';
import { servicePhotosQuery } from '../freight-queries';
import { PortalDeletePhotoDocument } from './photos.generated';

interface RemovePhotoProps {
  id: string;
  connoteId: string;
  /** Gets the focus once the photo is gone, with the button that had it. */
  heading: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** Asks once more before a photo is removed. One that is gone already is as good as removed. */
export function RemovePhoto({ id, connoteId, heading, onClose }: RemovePhotoProps) {
  const t = useTranslations('freight.servicePhotos');
  const next = useRef<HTMLElement>(null);
  const remove = useMutation({
    mutationFn: () =>
      query(PortalDeletePhotoDocument, { id }).catch((error: unknown) => {
        if (!hasCode(error, 'NOT_FOUND')) throw error;
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: servicePhotosQuery(connoteId).queryKey });
      next.current = heading.current;
      toast(t('removed'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('removeTitle')}
      text={t('removeText')}
      confirm={t('removeIt')}
      keep={t('keep')}
      busy={remove.isPending}
      problem={remove.error}
      returnFocus={next}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
