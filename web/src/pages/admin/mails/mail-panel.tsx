import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import { Dialog } from '../../../parts/dialog';
import { Fact, Facts } from '../../../parts/facts';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';
import { type Mail, mailTextQuery } from './mail-queries';
import { MailKind, MailStatusMark } from './mail-words';
import { isRetryable, type Retry } from './use-retry';

interface MailPanelProps {
  /** Undefined if the list doesn't have it. */
  mail: Mail | undefined;
  retry: Retry;
  /** Whether it is the one that was sent again last. */
  isRetried: boolean;
  onClose: () => void;
}

/** A mail beside the list: what became of it. */
export function MailPanel({ mail, retry, isRetried, onClose }: MailPanelProps) {
  const t = useTranslations('admin.mails');
  return (
    <Dialog open place="side" title={mail?.subject ?? t('title')} onClose={onClose}>
      {mail ? <MailFacts mail={mail} /> : <p>{t('gone')}</p>}
      {mail ? <MailText mail={mail} /> : null}
      {isRetried && retry.error ? <Problem error={retry.error} /> : null}
      {mail && isRetryable(mail) ? (
        <Button look="primary" busy={isRetried && retry.isPending} onClick={() => retry.mutate(mail)}>
          {t('retry')}
        </Button>
      ) : null}
    </Dialog>
  );
}

function MailFacts({ mail }: { mail: Mail }) {
  const t = useTranslations('admin.mails');
  const { to, template, status, attempts, nextAttemptAt, createdAt, sentAt, lastError } = mail;
  return (
    <>
      <Facts>
        <Fact label={t('state')}>
          <MailStatusMark status={status} />
        </Fact>
        <Fact label={t('to')}>{to}</Fact>
        <Fact label={t('kind')}>
          <MailKind template={template} />
        </Fact>
        <Fact label={t('attempts')}>{attempts}</Fact>
        <Fact label={t('nextAttempt')}>{nextAttemptAt ? <Time value={nextAttemptAt} /> : null}</Fact>
        <Fact label={t('created')}>
          <Time value={createdAt} />
        </Fact>
        <Fact label={t('sent')}>{sentAt ? <Time value={sentAt} /> : null}</Fact>
      </Facts>
      {lastError ? (
        <div className={styles['warning']}>
          <p className={styles['hint']}>{t('lastError')}</p>
          <p className={styles['code']}>{lastError}</p>
        </div>
      ) : null}
    </>
  );
}

/** What the mail says, as its reader gets it: in English. */
function MailText({ mail }: { mail: Mail }) {
  const t = useTranslations('admin.mails');
  const { data: text, error, refetch } = useQuery(mailTextQuery(mail));
  return (
    <section className={styles['letter']} aria-labelledby="mail-text">
      <h3 id="mail-text">{t('text')}</h3>
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {text === undefined && !error ? <Skeleton rows={4} /> : null}
      {text === null ? <p className={styles['hint']}>{t('erased')}</p> : null}
      {text ? (
        <>
          <p className={styles['hint']}>{t('hidden')}</p>
          <p className={styles['text']} lang="en" dir="auto">
            {text}
          </p>
        </>
      ) : null}
    </section>
  );
}
