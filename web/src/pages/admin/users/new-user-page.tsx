import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '../../../app/leave-guard';
import type { PortalCreateUserMutation } from '../../../app/operations.generated';
import { PageHeading } from '../../../app/page-heading';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import styles from '../admin.module.css';
import { reload } from '../reload';
import { SecretDialog } from '../secret-dialog';
import { showAdminRefusals } from '../show-refusals';
import type { UserEntry } from './user-entry';
import { UserFields } from './user-fields';
import { PortalCreateUserDocument } from './users.generated';

const NOTHING: UserEntry = {
  ...{ username: '', displayName: '', email: '', role: 'CUSTOMER' },
  sees: { all: false, names: [] },
};

/** Adds a login. Its temporary password is mailed, and shown once. */
export function NewUserPage() {
  const t = useTranslations('adminUsers.create');
  const form = useForm<UserEntry>({ defaultValues: NOTHING });
  const [problem, setProblem] = useState<unknown>(null);
  const [created, setCreated] = useState<PortalCreateUserMutation['createPortalUser'] | null>(null);
  const navigate = useNavigate();
  const save = form.handleSubmit(async (entry) => {
    setProblem(null);
    try {
      setCreated((await createUser(entry)).createPortalUser);
    } catch (error) {
      if (!showAdminRefusals(form, error)) setProblem(error);
    } finally {
      void reload();
    }
  });
  const { isSubmitting, isDirty } = form.formState;
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title')} />
      <FormProvider {...form}>
        <form className={styles['form']} onSubmit={save} noValidate>
          <p>{t('text')}</p>
          <UserFields />
          {problem ? <Problem error={problem} /> : null}
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('save')}
          </Button>
          <LeaveGuard isUnsaved={() => isDirty && !created} />
        </form>
      </FormProvider>
      {created ? (
        <SecretDialog
          title={t('created', { username: created.portalUser.username })}
          text={t('createdText', { address: created.portalUser.email })}
          name={t('password')}
          secret={created.temporaryPassword ?? ''}
          onClose={() => navigate({ to: '/admin/users/$id', params: { id: created.portalUser.id } })}
        />
      ) : null}
    </div>
  );
}

function createUser({ username, displayName, email, role, sees }: UserEntry) {
  const { all, names } = role === 'CUSTOMER' ? sees : NOTHING.sees;
  const input = {
    ...{ username, email, role },
    displayName: displayName.trim() || null,
    ...{ allErpCustomers: all, erpCustomerNames: all ? [] : [...names] },
    ...{ customerId: null, password: null },
  };
  return query(PortalCreateUserDocument, { input });
}
