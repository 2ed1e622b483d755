import { useFormatter, useTranslations } from 'use-intl';
import { useMoment } from '../../app/use-moment';
import styles from './erp.module.css';
import { LatencyChart } from './latency-chart';
import type { Check } from './outage';

/** The latencies of the last half hour: as a line, and as a table. */
export function Latency({ recent }: { recent: readonly Check[] }) {
  const t = useTranslations('erp');
  const [first, last] = [recent[0], recent.at(-1)];
  return (
    <section className={styles['section']} aria-labelledby="latency">
      <div>
        <h2 id="latency">{t('latency')}</h2>
        <p className={styles['hint']}>{t('latencyText')}</p>
      </div>
      {first && last && first.at !== last.at ? (
        <Chart recent={recent} from={first.at} to={last.at} />
      ) : (
        <p>{t('few')}</p>
      )}
      <details className={styles['details']}>
        <summary>{t('table')}</summary>
        <LatencyTable recent={recent} />
      </details>
    </section>
  );
}

function Chart({ recent, from, to }: { recent: readonly Check[]; from: string; to: string }) {
  const t = useTranslations('erp');
  const format = useFormatter();
  const moment = useMoment();
  const answered = recent.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]));
  const span = { from: moment(from), to: moment(to) };
  const most = Math.max(...answered);
  const words =
    answered.length === 0
      ? t('chartNone', span)
      : t('chart', {
          ...span,
          least: format.number(Math.min(...answered)),
          most: format.number(most),
          count: recent.length - answered.length,
        });
  return (
    <figure className={styles['figure']}>
      <LatencyChart recent={recent} label={words} />
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function LatencyTable({ recent }: { recent: readonly Check[] }) {
  const t = useTranslations('erp');
  const format = useFormatter();
  const moment = useMoment();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">
            {t('latency')} ({t('ms')})
          </th>
        </tr>
      </thead>
      <tbody>
        {recent.toReversed().map(({ at, latencyMs }) => (
          <tr key={at}>
            <td>{moment(at)}</td>
            <td>{latencyMs === null ? t('noAnswer') : format.number(latencyMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
