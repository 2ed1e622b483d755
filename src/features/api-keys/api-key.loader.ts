import DataLoader from 'dataloader';
import type { ApiKeyStore } from './api-key.store.js';

/** Reads what belongs to API keys, for one request. Reads of several keys are batched into one query. */
export class ApiKeyLoader {
  readonly #erpCustomerNames: DataLoader<string, string[]>;

  constructor(keys: Pick<ApiKeyStore, 'erpCustomerNames'>) {
    this.#erpCustomerNames = new DataLoader(async (ids) => {
      const byKey = await keys.erpCustomerNames(ids);
      return ids.map((id) => byKey.get(id) ?? []);
    });
  }

  /** The ERP customers assigned to a key by name. */
  erpCustomerNames(apiKeyId: string): Promise<string[]> {
    return this.#erpCustomerNames.load(apiKeyId);
  }
}
