import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { PortalVerifyAuditLogQuery } from '../../../app/operations.generated';
import { query } from '../../../app/query';
import { Problem } from '../../../parts/problem';
import { StatusMark } from '../../../parts/status-mark';
import styles from '../admin.module.css';
import { PortalVerifyAuditLogDocument } from './audit.generated';

type Verifying = UseMutationResult<PortalVerifyAuditLogQuery, Error, void>;

/** Checks the whole log, when it is asked for. */
export const useVerification = (): Verifying =>
  useMutation({ mutationFn: () => query(PortalVerifyAuditLogDocument, {}) });

/** What a check of the log found. */
export function Verification({ of: { data, error, isPending, mutate } }: { of: Verifying }) {
  const t = useTranslations('audit.verify');
  if (error) return <Problem error={error} onRetry={() => mutate()} />;
  if (isPending) return <p role="status">{t('busy')}</p>;
  if (!data) return null;
  const { intact, entriesChecked: count, firstBrokenSequence: sequence, overdue } = data.verifyAuditLog;
  return (
    <div role="status" className={styles['stack']}>
      <p>
        <StatusMark tone={intact ? 'good' : 'bad'}>{intact ? t('unchanged') : t('altered')}</StatusMark>{' '}
        {intact ? t('intact', { count }) : t('broken', { count, sequence: sequence ?? count + 1 })}{' '}
        {sequence === null ? null : (
          <Link to="." search={(old) => ({ ...old, entry: String(sequence) })}>
            {t('toEntry', { sequence })}
          </Link>
        )}
      </p>
      {overdue > 0 ? <p className={styles['warning']}>{t('overdue', { count: overdue })}</p> : null}
    </div>
  );
}
