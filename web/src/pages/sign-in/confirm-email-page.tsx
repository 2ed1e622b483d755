import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ask, hasCode } from '../../app/ask';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { PortalConfirmEmailDocument } from './sign-in.generated';
import { SignInFrame } from './sign-in-frame';
import { useLinkToken } from './use-link-token';

/** Confirms an address by the link of a mail. It waits for a press: programs that read mails open links, too. */
export function ConfirmEmailPage() {
  const t = useTranslations('signIn');
  const token = useLinkToken();
  const confirm = useMutation({
    mutationFn: (link: string) => ask(PortalConfirmEmailDocument, { token: link }, { token: null }),
  });
  if (!token || hasCode(confirm.error, 'BAD_USER_INPUT'))
    return (
      <SignInFrame title={t('deadTitle')} text={t('deadConfirm')}>
        <Link to="/">{t('goOn')}</Link>
      </SignInFrame>
    );
  if (confirm.isSuccess)
    return (
      <SignInFrame title={t('confirmedTitle')} text={t('confirmedText')}>
        <Link to="/">{t('goOn')}</Link>
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('confirmTitle')} text={t('confirmText')}>
      {confirm.error ? <Problem error={confirm.error} /> : null}
      <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate(token)}>
        {t('confirm')}
      </Button>
    </SignInFrame>
  );
}
