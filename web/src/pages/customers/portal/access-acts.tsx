import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { customerName } from '../../../app/customer-name';
import { query } from '../../../app/query';
import { useViewer } from '../../../app/session-state';
import { Button } from '../../../parts/button';
import { ConfirmDialog } from '../../../parts/confirm-dialog';
import layout from '../../../parts/layout.module.css';
import { toast } from '../../../parts/toast';
import { type CustomerWithAccount, reload } from '../customer-queries';
import {
  PortalRestoreAccessDocument,
  PortalRevokeAccessDocument,
  PortalSendPasswordResetDocument,
} from './portal-account.generated';

/** What can be done with an account. */
type Act = 'reset' | 'revoke' | 'restore';

type Variables = { customerId: string };

const ACTS: Record<Act, (variables: Variables) => Promise<unknown>> = {
  reset: (variables) => query(PortalSendPasswordResetDocument, variables),
  revoke: (variables) => query(PortalRevokeAccessDocument, variables),
  restore: (variables) => query(PortalRestoreAccessDocument, variables),
};

/** What the viewer can do with a customer's account now. */
export function AccessActs({ customer }: { customer: CustomerWithAccount }) {
  const t = useTranslations('customers.portal');
  const viewer = useViewer();
  const [act, setAct] = useState<Act | null>(null);
  const { status, user } = customer.portalAccount;
  if (customer.deletedAt) return <p>{t('isDeleted')}</p>;
  if (user?.role !== 'CUSTOMER' && viewer.role !== 'ADMIN') return <p>{t('staffOnly')}</p>;
  const acts: Act[] = status === 'REVOKED' ? ['restore'] : ['reset', 'revoke'];
  return (
    <>
      <div className={layout['acts']}>
        {acts.map((each) => (
          <Button
            // The focus stays on the button when revoking becomes restoring.
            key={each === 'reset' ? 'reset' : 'access'}
            look={each === 'revoke' ? 'danger' : 'plain'}
            onClick={() => setAct(each)}
          >
            {t(each)}
          </Button>
        ))}
      </div>
      {act ? <ActDialog act={act} customer={customer} onClose={() => setAct(null)} /> : null}
    </>
  );
}

interface ActDialogProps {
  act: Act;
  customer: CustomerWithAccount;
  onClose: () => void;
}

function ActDialog({ act, customer, onClose }: ActDialogProps) {
  const t = useTranslations('customers.portal');
  const { portalAccount } = customer;
  const facts = {
    name: customerName(customer),
    login: portalAccount.user?.username ?? '',
    email: portalAccount.email ?? '',
  };
  const change = useMutation({
    mutationFn: () => ACTS[act]({ customerId: customer.id }),
    onSuccess: () => {
      toast(t(`${act}Done`, facts));
      onClose();
    },
    onSettled: reload,
  });
  return (
    <ConfirmDialog
      title={t(`${act}Title`, facts)}
      text={t(`${act}Text`, facts)}
      confirm={t(`${act}Confirm`)}
      busy={change.isPending}
      problem={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    />
  );
}
