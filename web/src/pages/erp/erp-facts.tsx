import { useFormatter, useTranslations } from 'use-intl';
import { useMoment } from '../../app/use-moment';
import { Fact, Facts } from '../../parts/facts';
import { StatusMark } from '../../parts/status-mark';
import styles from './erp.module.css';
import type { ErpStatus } from './erp-query';
import { outageOf } from './outage';

/** What is known of the connection. */
export function ErpFacts({ status }: { status: ErpStatus }) {
  const t = useTranslations('erp');
  const format = useFormatter();
  const { latencyMs, readOnly, recentFailureRate } = status;
  return (
    <section className={styles['section']} aria-labelledby="state">
      <h2 id="state">{t('state')}</h2>
      <Facts>
        <Fact label={t('now')}>
          {latencyMs === null ? t('noAnswer') : `${format.number(latencyMs)} ${t('ms')}`}
        </Fact>
        <LastAnswer status={status} />
        <Fact label={t('kind')}>
          {wordOr(status.kind, ['mssql', 'postgres', 'embedded'], (kind) => t(`kinds.${kind}`))}
        </Fact>
        <Fact label={t('rights')}>
          <StatusMark tone={readOnly ? 'good' : 'warn'}>
            {t(readOnly ? 'readOnly' : 'notReadOnly')}
          </StatusMark>
        </Fact>
        <Fact label={t('encryption')}>
          {status.encryption
            ? wordOr(status.encryption, ['none'], (one) => t(`encryptions.${one}`))
            : t('notYet')}
        </Fact>
        <Fact label={t('circuit')}>
          {wordOr(status.circuit, ['closed', 'open', 'half_open'], (circuit) => t(`circuits.${circuit}`))}
        </Fact>
        <Fact label={t('failures')}>
          {recentFailureRate === null
            ? t('noQueries')
            : format.number(recentFailureRate, { style: 'percent', maximumFractionDigits: 1 })}
        </Fact>
        <LastError status={status} />
      </Facts>
      {readOnly ? null : <p className={styles['hint']}>{t('notReadOnlyText')}</p>}
    </section>
  );
}

function LastAnswer({ status: { reachable, recent, checkedAt } }: { status: ErpStatus }) {
  const t = useTranslations('erp');
  const moment = useMoment();
  const { lastGood } = outageOf(recent, checkedAt);
  return <Fact label={t('lastGood')}>{!reachable && lastGood ? moment(lastGood) : null}</Fact>;
}

function LastError({ status: { lastError, lastErrorAt } }: { status: ErpStatus }) {
  const t = useTranslations('erp');
  const moment = useMoment();
  return (
    <Fact label={t('lastError')}>
      {lastError ? (
        <>
          {lastError}
          {lastErrorAt ? <span className={styles['when']}> {moment(lastErrorAt)}</span> : null}
        </>
      ) : null}
    </Fact>
  );
}

/** The word for a value that the server has; the value itself if it is a later server's. */
function wordOr<Known extends string>(value: string, known: readonly Known[], word: (one: Known) => string) {
  const one = known.find((each) => each === value);
  return one ? word(one) : value;
}
