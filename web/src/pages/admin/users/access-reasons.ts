import { useFormatter, useTranslations } from 'use-intl';
import type { AccessRules } from './access-stock';

const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const;

type AccessReason = AccessRules['reasons'][number];

/** Says a rule that decides what somebody sees; in the server's words if the portal doesn't know it. */
export function useReasonWords(): (reason: AccessReason) => string {
  const t = useTranslations('adminUsers.access');
  const roles = useTranslations('account.profile.roles');
  const format = useFormatter();
  return ({ reason, at, role, names, moreNames, sentence }) => {
    if (!t.has(`reasons.${reason}`)) return sentence;
    const quoted = (names ?? []).map((name) => t('quoted', { name }));
    return t(`reasons.${reason}`, {
      role: role ? roles(role) : '',
      at: at ? format.dateTime(new Date(at), MOMENT) : '',
      hasTime: at ? 'yes' : 'no',
      names: format.list(moreNames ? [...quoted, t('moreNames', { count: moreNames })] : quoted),
    }).trim();
  };
}
