import { PageHeading } from '../../app/page-heading';
import { later } from '../../parts/later';
import layout from '../../parts/layout.module.css';
import { Toasts } from '../../parts/toast';
import { ActParts } from './act-parts';
import { LayerParts } from './layer-parts';
import styles from './parts.module.css';
import { StateParts } from './state-parts';
import { ThemeSwitch } from './theme-switch';
import { ValueParts } from './value-parts';

// Selects of all kinds are more than a page should load at once.
const FieldParts = later(async () => (await import('./field-parts')).FieldParts);

/** Every part of the portal in every state, for whoever builds or checks a page. */
export function PartsPage() {
  return (
    <main className={styles['page']}>
      <div className={layout['page']}>
        <PageHeading title="Parts">
          <ThemeSwitch />
        </PageHeading>
        <ActParts />
        <FieldParts />
        <LayerParts />
        <ValueParts />
        <StateParts />
      </div>
      <Toasts />
    </main>
  );
}
