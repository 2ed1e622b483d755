import { useTranslations } from 'use-intl';
import type { StaffConnoteFragment } from '../../../app/operations.generated';

/** Says what a connote has become, with its driver where it has one. */
export function useConnoteNow({ status, driver }: StaffConnoteFragment): string {
  const t = useTranslations();
  const name = t(`freight.connoteStatus.${status}`);
  return driver
    ? t('operations.connotes.changedWithDriver', { status: name, driver: driver.name })
    : t('operations.connotes.changed', { status: name });
}
