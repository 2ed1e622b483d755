import { useTranslations } from 'use-intl';
import { usePreferences } from '../../app/use-preferences';
import { Problem } from '../../parts/problem';
import { SearchSelect } from '../../parts/search-select';
import { Select } from '../../parts/select';
import { Switch } from '../../parts/switch';
import { toast } from '../../parts/toast';
import styles from './account.module.css';
import { useLocaleChoices, useZoneChoices } from './preference-choices';
import { Section } from './section';

/** How the viewer wants the portal to look. Each choice holds at once, in all tabs. */
export function Preferences() {
  const t = useTranslations('account.preferences');
  const { preferences, problem, change } = usePreferences(() => toast(t('saved')));
  const { theme, density, locale, timeZone } = preferences;
  const zones = useZoneChoices(timeZone);
  const locales = useLocaleChoices(locale);
  const themes = (['SYSTEM', 'LIGHT', 'DARK'] as const).map((value) => ({
    value,
    label: t(`themes.${value}`),
  }));
  return (
    <Section title={t('title')} text={t('text')}>
      <div className={styles['form']}>
        <Select
          label={t('theme')}
          choices={themes}
          value={theme}
          onChange={(next) => change({ theme: next })}
        />
        <Select
          label={t('locale')}
          hint={t('localeHint')}
          choices={locales}
          value={locale ?? ''}
          onChange={(next) => change({ locale: next || null })}
        />
        <SearchSelect
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          choices={zones}
          value={timeZone ?? ''}
          onChange={(next) => change({ timeZone: next || null })}
        />
        <Switch
          label={t('compact')}
          hint={t('compactHint')}
          checked={density === 'COMPACT'}
          onChange={(on) => change({ density: on ? 'COMPACT' : 'COMFORTABLE' })}
        />
        {problem ? <Problem error={problem} /> : null}
      </div>
    </Section>
  );
}
