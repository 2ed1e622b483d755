import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { PasswordInput } from '../parts/password-input';
import { Problem } from '../parts/problem';
import { ApiError, hasCode } from './ask';
import { signIn } from './session';
import type { Viewer } from './session-state';

interface SignInFormProps {
  /** The login that is filled in; it can't be changed then, because the session is this user's. */
  login?: string;
  onDone: (viewer: Viewer) => void;
}

/** Asks for login and password. */
export function SignInForm({ login, onDone }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [problem, setProblem] = useState<unknown>(null);
  const { register, handleSubmit, setFocus, resetField, formState } = useForm({
    defaultValues: { login: login ?? '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    try {
      onDone(await signIn(input.login, input.password));
    } catch (error) {
      setProblem(error);
      resetField('password');
      setFocus('password');
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Field label={t('login')} error={errors.login}>
        <input
          {...register('login', { required: true })}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={login !== undefined}
        />
      </Field>
      <Field label={t('password')} error={errors.password}>
        <PasswordInput {...register('password', { required: true })} autoComplete="current-password" />
      </Field>
      {problem ? <Problem error={problem} words={wordsFor(problem, t)} /> : null}
      <Button type="submit" look="primary" busy={isSubmitting}>
        {t('submit')}
      </Button>
    </form>
  );
}

function wordsFor(error: unknown, t: ReturnType<typeof useTranslations<'signIn'>>): string | undefined {
  if (hasCode(error, 'INVALID_CREDENTIALS')) return t('wrong');
  if (hasCode(error, 'ACCOUNT_INACTIVE')) return t('inactive');
  const seconds = error instanceof ApiError ? Number(error.extensions['retryAfterSeconds']) : Number.NaN;
  if (!hasCode(error, 'RATE_LIMITED') || Number.isNaN(seconds)) return undefined;
  return t('tooMany', { minutes: Math.ceil(seconds / 60) });
}
