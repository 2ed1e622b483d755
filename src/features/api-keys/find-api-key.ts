import { inTransaction } from '../../db/in-transaction.js';
import { addressKey } from '../../shared/address-key.js';
import { FULL_SCOPE } from '../../shared/auth.js';
import { atMostPer, oncePer } from '../../shared/once-per.js';
import type { Origin } from '../../shared/origin.js';
import { hashOfToken } from '../../shared/secret-token.js';
import { type AuditEvent, fact } from '../audit/audit-event.js';
import type { ApiKeyReader, KnownApiKey } from '../identity/sessions/authenticate.js';
import { apiKeyActor, apiKeyTarget } from './api-key.audit.js';
import type { PresentedKey } from './api-key.store.js';
import type { ApiKeyDependencies } from './api-key-dependencies.js';
import { isApiKeySecret } from './api-key-secret.js';

const HOUR_MS = 3_600_000;
/** A tool with a key that ended may try for years: such a key, and each client with an unknown one, is audited this often. */
const AUDITED_ONCE_PER = { periodMs: HOUR_MS, remembered: 10_000 };
/** An attacker may have any number of networks, and each entry stays in the log for ever. */
const UNKNOWN_AUDITED_AT_MOST = { periodMs: HOUR_MS, count: 60 };

/** Creates the reader of API keys. */
export function apiKeyReader({
  dataSource,
  audit,
  keys,
}: Pick<ApiKeyDependencies, 'dataSource' | 'audit' | 'keys'>): ApiKeyReader {
  const isDueForKey = oncePer(AUDITED_ONCE_PER);
  const isDueForNetwork = oncePer(AUDITED_ONCE_PER);
  const isRoomForUnknown = atMostPer(UNKNOWN_AUDITED_AT_MOST);
  // By network, because one client may have any number of IPv6 addresses.
  const isUnknownDue = (ip: string | null) => isDueForNetwork(addressKey(ip)) && isRoomForUnknown();
  const refuse = async (origin: Origin, key: PresentedKey | null): Promise<null> => {
    if (key ? isDueForKey(key.id) : isUnknownDue(origin.ip)) {
      await inTransaction(dataSource, (tx) => audit.append(tx, origin, refusalOf(key)));
    }
    return null;
  };
  return {
    async find(secret, origin): Promise<KnownApiKey | null> {
      const key = isApiKeySecret(secret) ? await keys.present(hashOfToken(secret)) : null;
      if (key?.state !== 'valid') return refuse(origin, key);
      const { id: apiKeyId, allErpCustomers, erpCustomerNames } = key;
      const erpScope = allErpCustomers
        ? FULL_SCOPE
        : { all: false as const, names: new Set(erpCustomerNames) };
      return { apiKey: { apiKeyId, erpScope }, actorName: apiKeyActor(key) };
    },
  };
}

/** What was sent as an unknown key is not recorded: it may be the secret of something else. */
const refusalOf = (key: PresentedKey | null): AuditEvent => ({
  action: 'AUTHORIZATION_DENIED',
  target: key ? apiKeyTarget(key) : { type: null, id: null, label: 'unknown API key' },
  changes: [fact('reason', key?.state ?? 'unknown')],
});
