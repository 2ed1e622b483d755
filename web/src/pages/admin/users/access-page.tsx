import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { PageHeading } from '../../../app/page-heading';
import { Button } from '../../../parts/button';
import { Fact, Facts } from '../../../parts/facts';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import styles from '../admin.module.css';
import { useReasonWords } from './access-reasons';
import { type AccessRules, AccessStock } from './access-stock';
import { accessQuery } from './user-queries';

/** What somebody else sees: why they see it, and the first rows of it. */
export function AccessPage() {
  const t = useTranslations('adminUsers.access');
  const { id } = useParams({ from: '/shell/admin/users/$id/access' });
  const { data, error, refetch, isFetching } = useQuery(accessQuery(id));
  const problem = error ? <Problem error={error} onRetry={() => void refetch()} /> : null;
  if (!data) return problem ?? <Skeleton rows={12} />;
  const { rules, stock, stockError } = data;
  const { displayName, username } = rules.user;
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title', { name: displayName ?? username })}>
        <Link to="/admin/users/$id" params={{ id }} className={styles['link']}>
          {t('back')}
        </Link>
        <Button busy={isFetching} onClick={() => void refetch()}>
          {t('again')}
        </Button>
      </PageHeading>
      {problem}
      <p className={styles['warning']}>{t('text', { name: displayName ?? username })}</p>
      <Why rules={rules} />
      {stockError ? <Problem error={stockError} onRetry={() => void refetch()} /> : null}
      {stock ? <AccessStock stock={stock} /> : null}
    </div>
  );
}

function Why({ rules: { user, homePath, reasons } }: { rules: AccessRules }) {
  const t = useTranslations('adminUsers');
  const roles = useTranslations('account.profile.roles');
  const say = useReasonWords();
  return (
    <section className={styles['section']} aria-labelledby="why">
      <h2 id="why">{t('access.why')}</h2>
      <ul className={styles['rules']}>
        {reasons.map((reason) => (
          <li key={reason.reason}>{say(reason)}</li>
        ))}
      </ul>
      <Facts>
        <Fact label={t('role')}>{roles(user.role)}</Fact>
        <Fact label={t('access.lands')}>
          <span className={styles['code']}>{homePath}</span>
        </Fact>
      </Facts>
    </section>
  );
}
