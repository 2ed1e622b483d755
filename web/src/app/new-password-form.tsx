import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Field } from '../parts/field';
import { PasswordInput } from '../parts/password-input';
import { Problem } from '../parts/problem';
import { about } from './about';
import { characterCount, PasswordRules } from './password-rules';
import { showRefusals } from './server-refusals';

interface NewPasswordFormProps {
  /** Whether the password that is replaced is asked for, too. */
  asksCurrent: boolean;
  /** How its button looks: plain where the page has a more important one. */
  look?: 'primary' | 'plain';
  /** Sets it. What it throws is shown, at the field that it names. */
  onSave: (values: { currentPassword: string; newPassword: string }) => Promise<void>;
}

/** Asks for a new password, and says what it must be while one types. */
export function NewPasswordForm({ asksCurrent, look = 'primary', onSave }: NewPasswordFormProps) {
  const t = useTranslations('signIn');
  const { data } = useQuery(about);
  const { minLength = 1, maxLength = 256 } = data?.portal.passwordRules ?? {};
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({ defaultValues: { currentPassword: '', newPassword: '' } });
  const { register, handleSubmit, reset, watch, formState } = form;
  const submit = handleSubmit(async (values) => {
    setProblem(null);
    try {
      await onSave(values);
      reset();
    } catch (error) {
      const nameOf = (path: string) => (path.endsWith('currentPassword') ? 'currentPassword' : 'newPassword');
      if (!showRefusals(form, error, { nameOf })) setProblem(error);
    }
  });
  const [current, typed] = watch(['currentPassword', 'newPassword']);
  const { errors, isSubmitting } = formState;
  return (
    <form onSubmit={submit} noValidate>
      {asksCurrent ? (
        <Field label={t('currentPassword')} error={errors.currentPassword}>
          <PasswordInput
            {...register('currentPassword', { required: true })}
            autoComplete="current-password"
          />
        </Field>
      ) : null}
      <Field label={t('newPassword')} error={errors.newPassword}>
        <PasswordInput
          {...register('newPassword', {
            required: true,
            validate: {
              long: (value) => characterCount(value) >= minLength || t('tooShort', { minLength }),
              short: (value) => characterCount(value) <= maxLength || t('tooLong', { maxLength }),
            },
          })}
          autoComplete="new-password"
        />
      </Field>
      <PasswordRules password={typed} current={asksCurrent ? current : null} />
      {problem ? <Problem error={problem} /> : null}
      <Button type="submit" look={look} busy={isSubmitting}>
        {t('setPassword')}
      </Button>
    </form>
  );
}
