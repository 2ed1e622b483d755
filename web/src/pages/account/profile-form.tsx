import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../app/leave-guard';
import type { Viewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import { PasswordInput } from '../../parts/password-input';
import { Problem } from '../../parts/problem';
import styles from './account.module.css';
import { useProfileForm } from './use-profile-form';

/** Changes name and address. The password is asked for only where another address needs it. */
export function ProfileForm({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('account.profile');
  const { register, formState, problem, save } = useProfileForm(viewer);
  const { errors, dirtyFields, isSubmitting, isDirty } = formState;
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <Field label={t('displayName')} error={errors.displayName} optional>
        <input {...register('displayName')} autoComplete="name" />
      </Field>
      <Field label={t('email')} hint={t('emailHint')} error={errors.email}>
        <input {...register('email', { required: true })} type="email" autoComplete="email" />
      </Field>
      {dirtyFields.email ? (
        <Field label={t('currentPassword')} hint={t('passwordHint')} error={errors.currentPassword}>
          <PasswordInput
            {...register('currentPassword', { required: true, shouldUnregister: true })}
            autoComplete="current-password"
          />
        </Field>
      ) : null}
      {problem ? <Problem error={problem} /> : null}
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('save')}
        </Button>
      </div>
      <LeaveGuard isUnsaved={() => isDirty} />
    </form>
  );
}
