import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../../app/ask';
import { customerName } from '../../../app/customer-name';
import { query } from '../../../app/query';
import { Button } from '../../../parts/button';
import { Problem } from '../../../parts/problem';
import { toast } from '../../../parts/toast';
import { type CustomerWithAccount, reload } from '../customer-queries';
import { useAccountRefusal } from './account-refusal';
import type { NewAccount } from './once-dialog';
import styles from './portal.module.css';
import { PortalProvisionAccountDocument } from './portal-account.generated';
import { WelcomeChoice } from './welcome-choice';

interface CreateAccountProps {
  customer: CustomerWithAccount;
  onCreated: (account: NewAccount) => void;
}

/** Under this key an account is being created, even after the page shows something else instead of the button. */
export const creationOf = (customerId: string) => ['create portal account', customerId];

/** Creates a customer's account, or says what that needs. */
export function CreateAccount({ customer, onCreated }: CreateAccountProps) {
  const t = useTranslations('customers.portal');
  const common = useTranslations('common');
  const wordsFor = useAccountRefusal();
  const [welcome, setWelcome] = useState(true);
  const { id, email, deletedAt, portalAccount } = customer;
  const create = useMutation({
    mutationKey: creationOf(id),
    mutationFn: () =>
      query(PortalProvisionAccountDocument, { input: { customerId: id, sendWelcomeEmail: welcome } }),
    onSuccess: ({ provisionPortalAccount: { temporaryPassword: password, portalAccount: made } }) => {
      if (!password) return toast(t('existed'));
      const login = made.user?.username ?? made.email ?? '';
      return onCreated({
        password,
        login,
        name: customerName(customer),
        mailedTo: welcome ? made.email : null,
      });
    },
    onSettled: reload,
  });
  if (deletedAt) return <p>{t('isDeleted')}</p>;
  if (!email) {
    return (
      <p>
        {t('noEmail')}{' '}
        <Link to="/dashboard/customers/$id" params={{ id }}>
          {t('addEmail')}
        </Link>
      </p>
    );
  }
  const { error } = create;
  const refusal = error instanceof ApiError ? error.fields[0] : undefined;
  return (
    <div className={styles['create']}>
      <WelcomeChoice checked={welcome} onChange={setWelcome} />
      {error ? (
        <Problem
          error={error}
          words={
            refusal && error instanceof ApiError ? wordsFor({ ...refusal, code: error.code }) : undefined
          }
        />
      ) : null}
      <Button look="primary" busy={create.isPending} onClick={() => create.mutate()}>
        {portalAccount.status === 'FAILED' ? common('tryAgain') : t('create')}
      </Button>
    </div>
  );
}
