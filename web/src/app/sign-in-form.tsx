import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { PasswordInput } from '../parts/password-input';
import { Problem } from '../parts/problem';
import { ApiError, hasCode } from './ask';
import { signIn } from './session';
import type { Viewer } from './session-state';

const NAMES = ['login', 'password'];

interface SignInFormProps {
  /** The login that is filled in; it can't be changed then, because the session is this user's. */
  login?: string;
  onDone: (viewer: Viewer) => void;
}

const REQUIRED = { type: 'required' } as const;

/** Asks for login and password. Two fields need no library, which would be a tenth of the page that everybody opens first. */
export function SignInForm({ login, onDone }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const [name, secret] = NAMES.map((field) => form.elements.namedItem(field) as HTMLInputElement);
    if (isBusy || !name || !secret) return;
    const empty = [name, secret].filter(({ value }) => value === '');
    setMissing(empty.map((input) => input.name));
    if (empty[0]) return empty[0].focus();
    setBusy(true);
    try {
      onDone(await signIn(name.value, secret.value));
    } catch (error) {
      setProblem(error);
      secret.value = '';
      secret.focus();
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: string) => (missing.includes(field) ? REQUIRED : undefined);
  return (
    <form
      noValidate
      onInput={() => setMissing([])}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <Field label={t('login')} error={errorOf('login')}>
        <input
          name="login"
          defaultValue={login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={login !== undefined}
        />
      </Field>
      <Field label={t('password')} error={errorOf('password')}>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      {problem ? <Problem error={problem} words={wordsFor(problem, t)} /> : null}
      <Button type="submit" look="primary" busy={isBusy}>
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
