import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../../app/list/list-table';
import type { PortalAuditEntriesQuery } from '../../../app/operations.generated';
import { Time } from '../../../parts/time';
import { useAuditWords } from './audit-words';

type Row = PortalAuditEntriesQuery['auditEntries']['nodes'][number];

/** The columns of the log. */
export function useAuditColumns(): Column<Row>[] {
  const t = useTranslations('audit');
  const { actionOf, actorOf } = useAuditWords();
  return [
    { name: 'sequence', look: 'code', title: t('sequence'), cell: ({ sequence }) => sequence },
    {
      name: 'action',
      look: 'title',
      title: t('action'),
      cell: ({ action, sequence }) => (
        <Link to="." search={(old) => ({ ...old, entry: String(sequence) })}>
          {actionOf(action)}
        </Link>
      ),
    },
    { name: 'actor', look: 'status', title: t('actor'), cell: ({ actorName }) => actorOf(actorName) },
    {
      name: 'target',
      look: 'note',
      title: t('target'),
      cell: ({ targetLabel, targetType }) => targetLabel ?? (targetType && t(`types.${targetType}`)),
    },
    { name: 'address', look: 'text', title: t('address'), cell: ({ ip }) => ip },
    { name: 'at', look: 'amount', title: t('at'), cell: ({ at }) => <Time value={at} /> },
  ];
}
