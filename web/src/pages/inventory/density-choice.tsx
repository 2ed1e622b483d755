import { useTranslations } from 'use-intl';
import type { Density } from '../../app/operations.generated';
import { usePreferences } from '../../app/use-preferences';
import { Problem } from '../../parts/problem';
import styles from './columns-dialog.module.css';

const DENSITIES: readonly Density[] = ['COMFORTABLE', 'COMPACT'];

/** How close together rows are: a preference of the viewer, on every page and device. */
export function DensityChoice() {
  const t = useTranslations('inventory');
  const { preferences, problem, change } = usePreferences();
  return (
    <>
      <fieldset className={styles['density']}>
        <legend>{t('density')}</legend>
        {DENSITIES.map((density) => (
          <label key={density}>
            <input
              type="radio"
              name="density"
              checked={preferences.density === density}
              onChange={() => change({ density })}
            />
            {t(`densities.${density}`)}
          </label>
        ))}
      </fieldset>
      {problem ? <Problem error={problem} /> : null}
    </>
  );
}
