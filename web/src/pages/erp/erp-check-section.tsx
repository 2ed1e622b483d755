import { useTranslations } from 'use-intl';
import type { ErpCheckPartsFragment } from '../../app/operations.generated';
import { Fact, Facts } from '../../parts/facts';
import { StatusMark } from '../../parts/status-mark';
import styles from './erp.module.css';

type Section = ErpCheckPartsFragment['sections'][number];

const TONES = { REMARK: 'neutral', WARNING: 'warn', PROBLEM: 'bad' } as const;
const TITLES = [
  ...(['connection', 'session', 'login', 'mapping', 'rows', 'customers', 'times'] as const),
  ...(['indexes', 'accounts'] as const),
];

/** What the check says about one topic. What it found out is there to be opened; it is in English, as the service says it. */
export function CheckSection({ section: { title, facts, findings } }: { section: Section }) {
  const t = useTranslations('erp.check');
  const known = TITLES.find((one) => one === title);
  const worst = (['PROBLEM', 'WARNING', 'REMARK'] as const).find((level) =>
    findings.some((finding) => finding.level === level),
  );
  return (
    <section className={styles['topic']} aria-label={known ? t(`titles.${known}`) : title}>
      <h3>
        {known ? t(`titles.${known}`) : title}{' '}
        <StatusMark tone={worst ? TONES[worst] : 'good'}>{t(`levels.${worst ?? 'NONE'}`)}</StatusMark>
      </h3>
      {findings.length > 0 ? (
        <ul className={styles['findings']}>
          {findings.map(({ level, text }) => (
            <li key={text}>
              <StatusMark tone={TONES[level]}>{t(`levels.${level}`)}</StatusMark>{' '}
              <span lang="en">{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {facts.length > 0 ? (
        <details className={styles['details']}>
          <summary>{t('facts', { count: facts.length })}</summary>
          <div lang="en">
            <Facts>
              {facts.map(({ name, value }) => (
                <Fact key={name} label={name}>
                  {value}
                </Fact>
              ))}
            </Facts>
          </div>
        </details>
      ) : null}
    </section>
  );
}
