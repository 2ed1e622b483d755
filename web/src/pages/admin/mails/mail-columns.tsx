import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../../app/list/list-table';
import { Button } from '../../../parts/button';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';
import type { Mail } from './mail-queries';
import { MailKind, MailStatusMark } from './mail-words';
import { isRetryable, type Retry } from './use-retry';

/** The columns of the list of mails. @param retry sends one again */
export function useMailColumns(retry: Retry): Column<Mail>[] {
  const t = useTranslations('admin.mails');
  return [
    {
      name: 'subject',
      look: 'title',
      title: t('subject'),
      cell: ({ id, subject }) => (
        <Link to="." search={(old) => ({ ...old, mail: id })}>
          {subject}
        </Link>
      ),
    },
    { name: 'to', look: 'code', title: t('to'), cell: ({ to }) => to },
    {
      name: 'kind',
      look: 'text',
      title: t('kind'),
      cell: ({ template }) => <MailKind template={template} />,
    },
    {
      name: 'state',
      look: 'status',
      title: t('state'),
      cell: ({ status }) => <MailStatusMark status={status} />,
    },
    { name: 'attempts', look: 'number', title: t('attempts'), cell: ({ attempts }) => attempts },
    {
      name: 'created',
      look: 'day',
      title: t('created'),
      cell: ({ createdAt }) => <Time value={createdAt} />,
    },
    {
      name: 'act',
      look: 'amount',
      title: t('act'),
      cell: (mail) => <RetryButton mail={mail} retry={retry} />,
    },
  ];
}

function RetryButton({ mail, retry: { mutate, isPending, variables } }: { mail: Mail; retry: Retry }) {
  const t = useTranslations('admin.mails');
  if (!isRetryable(mail)) return null;
  return (
    <Button
      className={styles['act']}
      busy={isPending && variables.id === mail.id}
      aria-label={t('retryName', { address: mail.to })}
      onClick={() => mutate(mail)}
    >
      {t('retry')}
    </Button>
  );
}
