import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ask } from '../../app/ask';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { Problem } from '../../parts/problem';
import { PortalForgotPasswordDocument } from './sign-in.generated';
import { SignInFrame } from './sign-in-frame';

/** Has a link mailed. The answer is the same for any address, so that nobody learns which are known. */
export function ForgotPasswordPage() {
  const t = useTranslations('signIn');
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '' } });
  const mail = useMutation({
    mutationFn: (input: { email: string }) => ask(PortalForgotPasswordDocument, input, { token: null }),
  });
  const toLogin = (
    <p>
      <Link to="/login">{t('toLogin')}</Link>
    </p>
  );
  if (mail.isSuccess)
    return (
      <SignInFrame title={t('mailedTitle')} text={t('mailedText', { email: mail.variables.email })}>
        {toLogin}
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('forgotTitle')} text={t('forgotText')}>
      <form onSubmit={handleSubmit((input) => mail.mutate(input))} noValidate>
        <Field label={t('email')} error={formState.errors.email}>
          <input {...register('email', { required: true })} type="email" autoComplete="email" />
        </Field>
        {mail.error ? <Problem error={mail.error} /> : null}
        <Button type="submit" look="primary" busy={mail.isPending}>
          {t('sendLink')}
        </Button>
      </form>
      {toLogin}
    </SignInFrame>
  );
}
