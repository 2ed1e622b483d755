import { useTranslations } from 'use-intl';
import type { Refusal } from '../../../app/refusal-words';

/** Why an account was not created. */
export interface AccountRefusal extends Refusal {
  code: string;
}

/**
 * Says why an account was not created, by the reason or code of the refusal; where they say too little, by its message, which
 * is in the reader's language.
 */
export function useAccountRefusal(): (refusal: AccountRefusal) => string {
  const t = useTranslations('customers');
  const common = useTranslations('common');
  return ({ code, reason, params, message }) => {
    if (reason === 'TAKEN') return t('portal.emailTaken');
    if (reason === 'LACKS' && params?.['what'] === 'EMAIL') return t('portal.noEmail');
    if (reason === 'UNKNOWN' || reason === 'DELETED') return t('portal.isGone');
    if (code === 'RATE_LIMITED') return t('many.ranOut');
    if (code === 'INTERNAL_SERVER_ERROR') return common('problems.internal');
    return message;
  };
}
