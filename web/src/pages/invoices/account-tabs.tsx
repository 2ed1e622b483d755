import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFeature } from '../../app/features';
import lists from '../../app/list/list.module.css';

const TABS = [
  { name: 'invoices', to: '/invoices' },
  { name: 'payments', to: '/payments' },
] as const;

/** The links between both lists; nothing if the portal has invoices alone. */
export function AccountTabs({ tab }: { tab: (typeof TABS)[number]['name'] }) {
  const t = useTranslations('invoices.tabs');
  if (!useFeature('PAYMENTS')) return null;
  return (
    <nav className={lists['tabs']} aria-label={t('label')}>
      {TABS.map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          search={{}}
          data-current={name === tab || undefined}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
