import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { query } from '../../../app/query';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import { toast } from '../../../parts/toast';
import { reload } from '../reload';
import { PortalRevokeApiKeyDocument } from './api-keys.generated';
import type { ApiKey } from './key-queries';

/** Revokes a key, after asking. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('admin.keys');
  const { id, name, prefix } = apiKey;
  const revoke = useMutation({
    mutationFn: () => query(PortalRevokeApiKeyDocument, { id }),
    onSuccess: () => {
      toast(t('revoked', { name }));
      onClose();
    },
    onSettled: reload,
  });
  return (
    <ConfirmDialog
      title={t('revokeTitle', { name })}
      text={t('revokeText', { prefix })}
      confirm={t('revokeConfirm')}
      keep={t('keep')}
      busy={revoke.isPending}
      problem={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    />
  );
}
