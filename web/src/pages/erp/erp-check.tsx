import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ErpCheckPartsFragment } from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { useMoment } from '../../app/use-moment';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { Skeleton } from '../../parts/skeleton';
import { StatusMark } from '../../parts/status-mark';
import { PortalCheckErpDocument } from './erp.generated';
import styles from './erp.module.css';
import { CheckSection } from './erp-check-section';
import { checkQuery } from './erp-query';

/** Whether the portal can work with the ERP, as its last check says, and another one. */
export function ErpCheck() {
  const t = useTranslations('erp.check');
  const last = useQuery(checkQuery);
  const check = useMutation({
    mutationFn: () => query(PortalCheckErpDocument, {}),
    onSuccess: ({ checkErp }) => queryClient.setQueryData(checkQuery.queryKey, checkErp),
  });
  const { data } = last;
  const error = check.error ?? last.error;
  return (
    <section className={styles['section']} aria-labelledby="check">
      <header className={styles['heading']}>
        <h2 id="check">{t('title')}</h2>
        <Button busy={check.isPending} onClick={() => check.mutate()}>
          {t(data ? 'again' : 'now')}
        </Button>
      </header>
      <p className={styles['hint']}>{t('text')}</p>
      {error ? <Problem error={error} /> : null}
      <div role="status">
        {check.isPending ? <p>{t('busy')}</p> : null}
        {data ? <Verdict check={data} /> : null}
        {data === null && !check.isPending ? <p>{t('never')}</p> : null}
      </div>
      {data === undefined && !error ? <Skeleton rows={4} /> : null}
      {data?.sections.map((section) => (
        <CheckSection key={section.title} section={section} />
      ))}
    </section>
  );
}

function Verdict({ check }: { check: ErpCheckPartsFragment }) {
  const { unreachable, checkedAt } = check;
  const t = useTranslations('erp.check');
  const moment = useMoment();
  const verdict = verdictOf(check);
  return (
    <>
      <p>
        <StatusMark tone={TONES[verdict]}>{t(verdict)}</StatusMark>{' '}
        <span className={styles['when']}>
          {t.rich('checked', { when: () => <time dateTime={checkedAt}>{moment(checkedAt)}</time> })}
        </span>
      </p>
      {unreachable ? <p lang="en">{unreachable}</p> : null}
    </>
  );
}

const TONES = { ok: 'good', incomplete: 'warn', notOk: 'bad' } as const;

/** A check that found no problem is not good for that alone: it may not have come to its end. */
function verdictOf({ ok, unreachable, sections }: ErpCheckPartsFragment): keyof typeof TONES {
  if (ok) return 'ok';
  const hasProblem = sections.some(({ findings }) => findings.some(({ level }) => level === 'PROBLEM'));
  return hasProblem || unreachable ? 'notOk' : 'incomplete';
}
