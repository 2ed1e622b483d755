import { type FieldError, useController, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Field } from '../../../parts/field';
import { ErpChoice } from '../erp-choice';
import type { UserEntry } from './user-entry';
import { ROLES } from './user-search';

/** What can be typed about a login. @param isOwn whether it is the viewer's own, whose role only others change */
export function UserFields({ isOwn = false }: { isOwn?: boolean }) {
  const t = useTranslations('adminUsers');
  const roles = useTranslations('account.profile.roles');
  const { register, watch, formState } = useFormContext<UserEntry>();
  const { username, displayName, email, role } = formState.errors;
  const asRole = watch('role');
  return (
    <>
      <Field label={t('username')} hint={t('usernameHint')} error={username}>
        <input {...register('username', { required: true })} autoComplete="off" autoCapitalize="none" />
      </Field>
      <Field label={t('name')} error={displayName} optional>
        <input {...register('displayName')} autoComplete="off" />
      </Field>
      <Field label={t('email')} hint={t('emailHint')} error={email}>
        <input {...register('email', { required: true })} type="email" autoComplete="off" />
      </Field>
      <Field label={t('role')} hint={isOwn ? t('ownRole') : t(`roleHints.${asRole}`)} error={role}>
        <select {...register('role')} aria-disabled={isOwn || undefined}>
          {(isOwn ? [asRole] : ROLES).map((one) => (
            <option key={one} value={one}>
              {roles(one)}
            </option>
          ))}
        </select>
      </Field>
      {asRole === 'CUSTOMER' ? <SeesField /> : null}
    </>
  );
}

function SeesField() {
  const t = useTranslations('adminUsers');
  const { field, formState } = useController<UserEntry, 'sees'>({ name: 'sees' });
  // Its value is an object, but its errors are those of one field.
  const error = formState.errors.sees as FieldError | undefined;
  return (
    <ErpChoice
      label={t('seesStock')}
      value={field.value}
      error={error?.message}
      onChange={(sees) => field.onChange(sees)}
    />
  );
}
