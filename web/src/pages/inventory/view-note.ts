import type { useTranslations } from 'use-intl';
import type { PortalViewFragment } from '../../app/operations.generated';

/** What sets a view apart: whether it is the default, and whether it is shared. */
export function noteOf(
  { isDefault, mine, sharedWith }: PortalViewFragment,
  t: ReturnType<typeof useTranslations<'inventory.views'>>,
): string {
  const shared = mine && sharedWith ? t('sharedWith', { role: t(`roles.${sharedWith}`) }) : null;
  return [isDefault ? t('default') : null, mine ? shared : t('shared')].filter(Boolean).join(' · ');
}
