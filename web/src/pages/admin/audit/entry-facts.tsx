import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { PortalAuditEntryQuery } from '../../../app/operations.generated';
import { CopyButton } from '../../../parts/copy-button';
import { Fact, Facts } from '../../../parts/facts';
import { Time } from '../../../parts/time';
import admin from '../admin.module.css';
import styles from './audit.module.css';
import { useAuditWords } from './audit-words';

type Entry = NonNullable<PortalAuditEntryQuery['auditEntry']>;

/** All that the log has of an entry. */
export function EntryFacts({ entry }: { entry: Entry }) {
  const t = useTranslations('audit');
  const { actionOf, actorOf } = useAuditWords();
  const { action, actorName, at, targetType, targetLabel, targetId, ip, userAgent, requestId, hash } = entry;
  return (
    <>
      <Facts>
        <Fact label={t('action')}>{actionOf(action)}</Fact>
        <Fact label={t('actor')}>{actorOf(actorName)}</Fact>
        <Fact label={t('at')}>
          <Time value={at} />
        </Fact>
        <Fact label={targetType ? t(`types.${targetType}`) : t('target')}>{targetLabel ?? targetId}</Fact>
        <Fact label={t('address')}>{ip ? <span className={admin['code']}>{ip}</span> : null}</Fact>
      </Facts>
      <Changes changes={entry.changes} />
      <EntryLinks entry={entry} />
      <Facts>
        <Fact label={t('entry.request')}>
          {requestId ? (
            <>
              <span className={admin['code']}>{requestId}</span>{' '}
              <CopyButton value={requestId} name={t('entry.request')} />
            </>
          ) : null}
        </Fact>
        <Fact label={t('entry.device')}>{userAgent}</Fact>
        <Fact label={t('entry.hash')}>
          <span className={admin['code']}>{hash}</span>
        </Fact>
      </Facts>
    </>
  );
}

function Changes({ changes }: { changes: Entry['changes'] }) {
  const t = useTranslations('audit.entry');
  if (changes.length === 0) return <p className={styles['none']}>{t('noChanges')}</p>;
  return (
    <table className={styles['changes']} aria-label={t('changes')}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{textOf(before)}</td>
            <td>{textOf(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as the log has it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join(', ') || '[]';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function EntryLinks({ entry: { actor, actorName, targetType, targetId } }: { entry: Entry }) {
  const t = useTranslations('audit.entry');
  const { actorOf } = useAuditWords();
  return (
    <div className={styles['links']}>
      {targetType === 'PORTAL_USER' && targetId ? (
        <Link to="/admin/users/$id" params={{ id: targetId }}>
          {t('toUser')}
        </Link>
      ) : null}
      {targetId ? (
        <Link to="/admin/audit" search={{ target: targetId }}>
          {t('sameTarget')}
        </Link>
      ) : null}
      <Link to="/admin/audit" search={{ actor: actor?.id ?? actorName }}>
        {t('sameActor', { actor: actorOf(actorName) })}
      </Link>
    </div>
  );
}
