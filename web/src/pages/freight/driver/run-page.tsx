import { useTranslations } from 'use-intl';
import { dayIn } from '../../../app/days';
import { useToday } from '../../../app/days-left';
import { PageHeading } from '../../../app/page-heading';
import { EmptyState } from '../../../parts/empty-state';
import layout from '../../../parts/layout.module.css';
import { Problem } from '../../../parts/problem';
import { Skeleton } from '../../../parts/skeleton';
import { ZoneNote } from '../../../parts/zone-note';
import { ActDialogHost } from './act-dialog-host';
import { ActList } from './act-list';
import styles from './driver.module.css';
import type { Act } from './outbox/act';
import type { Run } from './outbox/kept-run';
import { RunState } from './run-state';
import { SignOutNotice } from './sign-out-notice';
import { StopCard } from './stop-card';
import { type Stop, sortRun, withActs } from './stops';
import { useRun } from './use-run';

/** A driver's run: what is on board first, then what to pick up today, later ones apart. */
export function RunPage() {
  const t = useTranslations('run');
  const { run, acts } = useRun();
  return (
    <div className={layout['page']}>
      <PageHeading title={t('title')} />
      <RunState run={run.data} acts={acts} />
      {run.error ? <Problem error={run.error} onRetry={() => void run.refetch()} /> : null}
      <ActDialogHost>{run.data ? <Stops run={run.data} acts={acts} /> : null}</ActDialogHost>
      {run.data || run.error ? null : <Skeleton rows={10} />}
      <SignOutNotice acts={acts} />
    </div>
  );
}

function Stops({ run, acts }: { run: Run; acts: readonly Act[] }) {
  const t = useTranslations('run');
  const today = useToday() ?? dayIn(undefined, new Date());
  const stops = run.stops.map((stop) => withActs(stop, acts));
  const { toDeliver, toPickUp, later, delivered } = sortRun(stops, today);
  const elsewhere = acts.filter(({ connoteId }) => !stops.some(({ id }) => id === connoteId));
  const isEmpty = [toDeliver, toPickUp, later, delivered].every((some) => some.length === 0);
  return (
    <>
      {elsewhere.length > 0 ? <Elsewhere acts={elsewhere} /> : null}
      {isEmpty ? <EmptyState title={t('empty')} text={t('emptyText')} /> : null}
      <Section id="to-deliver" title={t('toDeliver')} stops={toDeliver} />
      <Section id="to-pick-up" title={t('toPickUp')} stops={toPickUp} />
      <Section id="later" title={t('later')} stops={later} />
      <Section id="delivered" title={t('delivered')} stops={delivered} />
      <ZoneNote />
    </>
  );
}

function Section({ id, title, stops }: { id: string; title: string; stops: readonly Stop[] }) {
  const t = useTranslations('run');
  if (stops.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <span>{t('count', { count: stops.length })}</span>
      </header>
      <ul>
        {stops.map((stop) => (
          <StopCard key={stop.id} stop={stop} />
        ))}
      </ul>
    </section>
  );
}

/** Acts at stops that aren't on the run any more: the office gave them to another, or cancelled them. */
function Elsewhere({ acts }: { acts: readonly Act[] }) {
  const t = useTranslations('run');
  const numbers = [...new Set(acts.map(({ number }) => number))];
  return (
    <section className={styles['section']} aria-labelledby="elsewhere">
      <header>
        <h2 id="elsewhere">{t('elsewhere')}</h2>
      </header>
      <ul>
        {numbers.map((number) => (
          <li key={number} className={styles['card']}>
            <article aria-labelledby={`stop-${number}`}>
              <div>
                <p className={styles['number']} dir="ltr">
                  {number}
                </p>
                <h3 id={`stop-${number}`}>{acts.find((act) => act.number === number)?.lane}</h3>
              </div>
              <ActList acts={acts.filter((act) => act.number === number)} />
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
