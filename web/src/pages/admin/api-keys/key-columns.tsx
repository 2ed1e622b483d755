import { useTranslations } from 'use-intl';
import { DAY_MS } from '../../../app/days';
import type { Column } from '../../../app/list/list-table';
import { Button } from '../../../parts/button';
import { StatusMark, type Tone } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';
import type { ApiKey } from './key-queries';

type KeyState = 'ACTIVE' | 'SOON' | 'EXPIRED' | 'REVOKED';

const TONES: Record<KeyState, Tone> = { ACTIVE: 'good', SOON: 'warn', EXPIRED: 'bad', REVOKED: 'neutral' };
/** So many days ahead a key is said to expire soon. */
const SOON_DAYS = 14;

function stateOf({ revokedAt, expiresAt }: ApiKey): KeyState {
  if (revokedAt) return 'REVOKED';
  if (!expiresAt) return 'ACTIVE';
  const left = Date.parse(expiresAt) - Date.now();
  if (left <= 0) return 'EXPIRED';
  return left < SOON_DAYS * DAY_MS ? 'SOON' : 'ACTIVE';
}

/** The columns of the list of keys. */
export function useKeyColumns(onRevoke: (key: ApiKey) => void): Column<ApiKey>[] {
  const t = useTranslations('admin.keys');
  return [
    { name: 'name', look: 'title', title: t('name'), cell: ({ name }) => name },
    { name: 'prefix', look: 'code', title: t('prefix'), cell: ({ prefix }) => `${prefix}…` },
    {
      name: 'reads',
      look: 'note',
      title: t('reads'),
      cell: ({ allErpCustomers, erpCustomers }) =>
        allErpCustomers ? t('all') : erpCustomers.map(({ name }) => name).join(', '),
    },
    { name: 'createdBy', look: 'text', title: t('createdBy'), cell: ({ createdBy }) => createdBy.username },
    {
      name: 'lastUsed',
      look: 'day',
      title: t('lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} /> : t('neverUsed')),
    },
    {
      name: 'expires',
      look: 'day',
      title: t('expires'),
      cell: ({ expiresAt }) => (expiresAt ? <Time value={expiresAt} /> : t('neverExpires')),
    },
    { name: 'state', look: 'status', title: t('state'), cell: (key) => <KeyStateMark apiKey={key} /> },
    {
      name: 'act',
      look: 'amount',
      title: t('act'),
      cell: (key) =>
        key.revokedAt ? null : (
          <Button
            className={styles['act']}
            aria-label={t('revokeName', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke')}
          </Button>
        ),
    },
  ];
}

function KeyStateMark({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys.states');
  const state = stateOf(apiKey);
  return <StatusMark tone={TONES[state]}>{t(state)}</StatusMark>;
}
