import { FormProvider } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import type { PortalUserPartsFragment } from '../../../app/operations.generated';
import { Button } from '../../../parts/button';
import { Problem } from '../../../parts/problem';
import styles from '../admin.module.css';
import { NewerUserNote } from './newer-user-note';
import { useUserEdit } from './use-user-edit';
import { UserFields } from './user-fields';

/** Edits a login. @param isOwn whether it is the viewer's own */
export function UserForm({ user, isOwn }: { user: PortalUserPartsFragment; isOwn: boolean }) {
  const t = useTranslations('adminUsers.edit');
  const { form, save, problem, conflict, takeNewer } = useUserEdit(user);
  const { isSubmitting, isDirty } = form.formState;
  return (
    <section className={styles['section']} aria-labelledby="edit">
      <h2 id="edit">{t('title')}</h2>
      <FormProvider {...form}>
        <form className={styles['form']} onSubmit={save} noValidate>
          <UserFields isOwn={isOwn} />
          {conflict ? <NewerUserNote conflict={conflict} onTake={takeNewer} /> : null}
          {problem ? <Problem error={problem} /> : null}
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('save')}
          </Button>
          <LeaveGuard isUnsaved={() => isDirty} />
        </form>
      </FormProvider>
    </section>
  );
}
