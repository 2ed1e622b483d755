import { useFormatter, useTranslations } from 'use-intl';
import styles from './erp.module.css';
import type { Check } from './outage';

const WIDTH = 600;
const HEIGHT = 120;

/** The latencies as a line that breaks where there was no answer, with a mark there. */
export function LatencyChart({ recent, label }: { recent: readonly Check[]; label: string }) {
  const t = useTranslations('erp');
  const format = useFormatter();
  const top = roundUp(Math.max(...recent.map(({ latencyMs }) => latencyMs ?? 0)));
  const x = xOf(recent);
  const y = (latencyMs: number) => HEIGHT - (latencyMs / top) * HEIGHT;
  return (
    <div className={styles['chart']}>
      <span aria-hidden>
        {format.number(top)} {t('ms')}
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <line
            key={part}
            x1={0}
            x2={WIDTH}
            y1={part * HEIGHT}
            y2={part * HEIGHT}
            className={styles['grid']}
          />
        ))}
        {segmentsOf(recent).map((segment) => (
          <polyline
            key={segment[0]?.at}
            className={styles['line']}
            points={segment.map(({ at, latencyMs }) => `${x(at)},${y(latencyMs)}`).join(' ')}
          />
        ))}
        {recent
          .filter(({ latencyMs }) => latencyMs === null)
          .map(({ at }) => (
            <line key={at} x1={x(at)} x2={x(at)} y1={HEIGHT - 24} y2={HEIGHT} className={styles['missing']} />
          ))}
      </svg>
      <span aria-hidden>0</span>
    </div>
  );
}

function xOf(recent: readonly Check[]): (at: string) => number {
  const from = Date.parse(recent[0]?.at ?? '');
  const to = Date.parse(recent.at(-1)?.at ?? '');
  return (at) => ((Date.parse(at) - from) / (to - from)) * WIDTH;
}

interface Answer {
  at: string;
  latencyMs: number;
}

/** The runs of checks with an answer. One alone is there twice, so that its line has an end and shows as a dot. */
function segmentsOf(recent: readonly Check[]): Answer[][] {
  const segments: Answer[][] = [[]];
  for (const { at, latencyMs } of recent) {
    if (latencyMs === null) segments.push([]);
    else segments.at(-1)?.push({ at, latencyMs });
  }
  return segments
    .filter(({ length }) => length > 0)
    .map((segment) => (segment.length === 1 ? [...segment, ...segment] : segment));
}

/** The next 1, 2 or 5 with zeros: 3.4 becomes 5, 140 becomes 200. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? 10 * power;
}
