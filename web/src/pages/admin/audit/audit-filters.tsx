import { useTranslations } from 'use-intl';
import { FilterForm } from '../../../app/list/filter-form';
import { Field } from '../../../parts/field';
import admin from '../admin.module.css';
import styles from './audit.module.css';
import { OUTCOMES, TARGET_TYPES, TOPICS } from './audit-actions';
import type { AuditSearch } from './audit-search';

/** What the log can be narrowed by. */
export function AuditFilters({ view }: { view: AuditSearch }) {
  const t = useTranslations('audit');
  return (
    <FilterForm view={view} more={<Actions chosen={view.actions?.length ?? 0} />}>
      <Field label={t('actor')} hint={t('filters.actor')}>
        <input name="actor" maxLength={200} autoCapitalize="none" />
      </Field>
      <Field label={t('target')} hint={t('filters.target')}>
        <input name="target" maxLength={200} autoCapitalize="none" />
      </Field>
      <Field label={t('filters.type')}>
        <select name="type">
          <option value="">{t('filters.anyType')}</option>
          {TARGET_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`types.${type}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('filters.outcome')}>
        <select name="outcome">
          <option value="">{t('filters.anyOutcome')}</option>
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`outcomes.${outcome}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('from')}>
        <input name="from" type="date" />
      </Field>
      <Field label={t('to')}>
        <input name="to" type="date" />
      </Field>
    </FilterForm>
  );
}

function Actions({ chosen }: { chosen: number }) {
  const t = useTranslations('audit');
  return (
    <details className={admin['wide']}>
      <summary className={styles['summary']}>
        {chosen === 0 ? t('filters.actions') : t('filters.actionsChosen', { count: chosen })}
      </summary>
      <div className={styles['topics']}>
        {(Object.keys(TOPICS) as (keyof typeof TOPICS)[]).map((topic) => (
          <fieldset key={topic} className={styles['topic']}>
            <legend>{t(`topics.${topic}`)}</legend>
            {TOPICS[topic].map((action) => (
              <label key={action} className={admin['check']}>
                <input type="checkbox" name="actions" value={action} />
                {t(`actions.${action}`)}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
