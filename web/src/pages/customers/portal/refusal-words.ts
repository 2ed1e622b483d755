import { useTranslations } from 'use-intl';

/** Says why an account was not created, by the code of the refusal; the message where the code says too little. */
export function useRefusalWords(): (code: string, message: string) => string {
  const t = useTranslations('customers');
  return (code, message) => {
    if (code === 'CONFLICT') return t('portal.emailTaken');
    if (code === 'BAD_USER_INPUT') return t('portal.noEmail');
    if (code === 'NOT_FOUND') return t('portal.isGone');
    if (code === 'RATE_LIMITED') return t('many.ranOut');
    return message;
  };
}
