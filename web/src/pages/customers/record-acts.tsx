import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../app/ask';
import { query } from '../../app/query';
import { useViewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Problem } from '../../parts/problem';
import { toast } from '../../parts/toast';
import { type CustomerWithAccount, reload } from './customer-queries';
import { PortalDeleteCustomerDocument, PortalRestoreCustomerDocument } from './customers.generated';
import { nameOf } from './names';

/** Deletes a customer, or takes that back. Only administrators may. */
export function RecordActs({ customer }: { customer: CustomerWithAccount }) {
  const { role } = useViewer();
  if (role !== 'ADMIN') return null;
  return customer.deletedAt ? <Restore customer={customer} /> : <Delete customer={customer} />;
}

function Delete({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.remove');
  const [asking, setAsking] = useState(false);
  const name = nameOf(customer);
  const remove = useMutation({
    mutationFn: () => query(PortalDeleteCustomerDocument, { id: customer.id }),
    onSuccess: () => toast(t('done', { name })),
    onSettled: reload,
  });
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('act')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('title', { name })}
          text={t('text')}
          confirm={t('confirm')}
          keep={t('keep')}
          busy={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => {
            remove.reset();
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function Restore({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.restore');
  const restore = useMutation({
    mutationFn: () => query(PortalRestoreCustomerDocument, { id: customer.id }),
    onSuccess: () => toast(t('done', { name: nameOf(customer) })),
    onSettled: reload,
  });
  return (
    <>
      {restore.error ? (
        <Problem error={restore.error} words={hasCode(restore.error, 'CONFLICT') ? t('taken') : undefined} />
      ) : null}
      <Button busy={restore.isPending} onClick={() => restore.mutate()}>
        {t('act')}
      </Button>
    </>
  );
}
