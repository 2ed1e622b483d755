import { useTranslations } from 'use-intl';
import type { InvoiceStatus } from '../../app/operations.generated';
import { Money } from '../../parts/money';
import { StatusMark, type Tone } from '../../parts/status-mark';
import { Time } from '../../parts/time';

const TONES: Record<InvoiceStatus, Tone> = { OPEN: 'accent', OVERDUE: 'bad', PAID: 'good' };

/** Whether an invoice is paid. */
export function InvoiceStatusMark({ status }: { status: InvoiceStatus }) {
  const t = useTranslations('invoices.status');
  return <StatusMark tone={TONES[status]}>{t(status)}</StatusMark>;
}

interface ValueProps<Field extends string> {
  of: { [F in Field]: string | null } & { currency: string; unshown: readonly string[] };
  field: Field;
}

/** An amount of a row. The service gives 0 for one that is not a number, which must not look like nothing. */
export const AccountAmount = <Field extends string>({ of, field }: ValueProps<Field>) =>
  of.unshown.includes(field) ? (
    <Unshown kind="amount" />
  ) : (
    <Money amount={of[field]} currency={of.currency} />
  );

/** A day of a row. One that the ERP has but that can't be shown must not look like none. */
export const AccountDay = <Field extends string>({ of, field }: ValueProps<Field>) =>
  of.unshown.includes(field) ? <Unshown kind="day" /> : <Time value={of[field]} />;

function Unshown({ kind }: { kind: 'amount' | 'day' }) {
  const t = useTranslations('invoices.unshown');
  return (
    <span title={t(`${kind}Why`)}>
      <StatusMark tone="bad">{t(kind)}</StatusMark>
    </span>
  );
}
