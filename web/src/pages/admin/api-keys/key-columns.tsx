import { useTranslations } from 'use-intl';
import { DAY_MS } from '../../../app/days';
import type { Column } from '../../../app/list/list-table';
import { Button } from '../../../parts/button';
import { StatusMark, type Tone } from '../../../parts/status-mark';
import { Time } from '../../../parts/time';
import styles from '../admin.module.css';
import { PhoneLine } from '../phone-line';
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
    { name: 'name', look: 'title', title: t('name'), cell: (key) => <KeyName apiKey={key} /> },
    { name: 'prefix', look: 'code', title: t('prefix'), cell: ({ prefix }) => `${prefix}…` },
    {
      name: 'reads',
      look: 'note',
      title: t('reads'),
      cell: (key) => <Reads apiKey={key} />,
    },
    { name: 'createdBy', look: 'text', title: t('createdBy'), cell: ({ createdBy }) => createdBy.username },
    {
      name: 'lastUsed',
      look: 'day',
      title: t('lastUsed'),
      cell: (key) => <LastUsed apiKey={key} />,
    },
    {
      name: 'expires',
      look: 'day',
      title: t('expires'),
      cell: (key) => <Expires apiKey={key} />,
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

/** Its name; on a phone with what there is no other place for, because a key has no page of its own. */
function KeyName({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys');
  return (
    <>
      {apiKey.name}
      <PhoneLine
        parts={[
          <span key="reads">
            {t('reads')}: <Reads apiKey={apiKey} />
          </span>,
          <span key="lastUsed">
            {t('lastUsed')}: <LastUsed apiKey={apiKey} />
          </span>,
          <span key="expires">
            {t('expires')}: <Expires apiKey={apiKey} />
          </span>,
        ]}
      />
    </>
  );
}

function Reads({ apiKey: { allErpCustomers, erpCustomers } }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys');
  return allErpCustomers ? t('all') : erpCustomers.map(({ name }) => name).join(', ');
}

function LastUsed({ apiKey: { lastUsedAt } }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys');
  return lastUsedAt ? <Time value={lastUsedAt} /> : t('neverUsed');
}

function Expires({ apiKey: { expiresAt } }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys');
  return expiresAt ? <Time value={expiresAt} /> : t('neverExpires');
}

function KeyStateMark({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('admin.keys.states');
  const state = stateOf(apiKey);
  return <StatusMark tone={TONES[state]}>{t(state)}</StatusMark>;
}
