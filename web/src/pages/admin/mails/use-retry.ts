import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { query } from '../../../app/query';
import { toast } from '../../../parts/toast';
import { reload } from '../reload';
import type { Mail } from './mail-queries';
import { PortalRetryMailDocument } from './mails.generated';

/** Sends a mail again. */
export type Retry = UseMutationResult<unknown, Error, Mail>;

/** Whether a mail can be sent again. */
export const isRetryable = ({ status }: Mail): boolean => status === 'FAILED' || status === 'DEAD';

/** Has a mail sent again that failed. */
export function useRetry(): Retry {
  const t = useTranslations('admin.mails');
  return useMutation<unknown, Error, Mail>({
    mutationFn: ({ id }) => query(PortalRetryMailDocument, { id }),
    onSuccess: (_, { to }) => toast(t('retried', { address: to })),
    onSettled: reload,
  });
}
