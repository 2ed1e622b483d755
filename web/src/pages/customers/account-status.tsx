import { useTranslations } from 'use-intl';
import type { PortalAccountStatus } from '../../app/operations.generated';
import { StatusMark, type Tone } from '../../parts/status-mark';

const TONES: Record<PortalAccountStatus, Tone> = {
  NONE: 'neutral',
  PENDING: 'accent',
  ACTIVE: 'good',
  PASSWORD_CHANGE_REQUIRED: 'accent',
  LOCKED: 'warn',
  REVOKED: 'warn',
  FAILED: 'bad',
};

/** How a customer's access to the portal stands. */
export function AccountStatusMark({ status }: { status: PortalAccountStatus }) {
  const t = useTranslations('customers.status');
  return <StatusMark tone={TONES[status]}>{t(status)}</StatusMark>;
}

interface SeesProps {
  user: { allErpCustomers: boolean; erpCustomers: readonly { name: string }[] } | null;
  /** Said of a login that sees nothing. */
  none?: string;
}

/** The ERP customers whose stock a login sees. */
export function Sees({ user, none = '–' }: SeesProps) {
  const t = useTranslations('customers');
  if (!user) return '–';
  if (user.allErpCustomers) return t('everything');
  return user.erpCustomers.map(({ name }) => name).join(', ') || none;
}
