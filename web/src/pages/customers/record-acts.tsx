import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasCode } from '../../app/ask';
import { customerName } from '../../app/customer-name';
import { query } from '../../app/query';
import { useViewer } from '../../app/session-state';
import { Button } from '../../parts/button';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Problem } from '../../parts/problem';
import { toast } from '../../parts/toast';
import { type CustomerWithAccount, reload } from './customer-queries';
import { PortalDeleteCustomerDocument, PortalRestoreCustomerDocument } from './customers.generated';

/** Deletes a customer, or takes that back. Only administrators may. */
export function RecordActs({ customer }: { customer: CustomerWithAccount }) {
  const { role } = useViewer();
  return role === 'ADMIN' ? <DeleteOrRestore customer={customer} /> : null;
}

/** One button for both, so that the focus stays when one becomes the other. */
function DeleteOrRestore({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers');
  const [asking, setAsking] = useState(false);
  const { id, deletedAt } = customer;
  const name = customerName(customer);
  const restore = useMutation({
    mutationFn: () => query(PortalRestoreCustomerDocument, { id }),
    onSuccess: () => toast(t('restore.done', { name })),
    onSettled: reload,
  });
  const { error } = restore;
  return (
    <>
      {error ? (
        <Problem error={error} words={hasCode(error, 'CONFLICT') ? t('restore.taken') : undefined} />
      ) : null}
      <Button
        look={deletedAt ? 'plain' : 'danger'}
        busy={restore.isPending}
        onClick={() => (deletedAt ? restore.mutate() : setAsking(true))}
      >
        {t(deletedAt ? 'restore.act' : 'remove.act')}
      </Button>
      {asking ? <DeleteDialog id={id} name={name} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

interface DeleteDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

function DeleteDialog({ id, name, onClose }: DeleteDialogProps) {
  const t = useTranslations('customers.remove');
  const remove = useMutation({
    mutationFn: () => query(PortalDeleteCustomerDocument, { id }),
    onSuccess: () => {
      toast(t('done', { name }));
      onClose();
    },
    onSettled: reload,
  });
  return (
    <ConfirmDialog
      title={t('title', { name })}
      text={t('text')}
      confirm={t('confirm')}
      keep={t('keep')}
      busy={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
