import {
  ApiKeysDocument,
  CreateApiKeyDocument,
  type CreateApiKeyInput,
  RevokeApiKeyDocument,
} from '../../schema/operations.generated.js';
import type { DemoUser, TestApp } from './start-app.js';

type As = DemoUser | { token: string } | null;

/** What admins do with API keys. */
export class ApiKeys {
  constructor(private readonly app: TestApp) {}

  create(input: Partial<CreateApiKeyInput> = {}, as: As = 'admin1') {
    const whole = { name: 'Stock report', erpCustomerNames: ['Acme Beverages'], ...input };
    return this.app.ask(CreateApiKeyDocument, { input: whole }, as);
  }

  /** A key that is there, with its secret. */
  async made(input: Partial<CreateApiKeyInput> = {}, as: As = 'admin1') {
    const { data, errors } = await this.create(input, as);
    if (!data) throw new Error(`not made: ${JSON.stringify(errors)}`);
    const { apiKey, secret } = data.createApiKey;
    return { ...apiKey, secret };
  }

  revoke(id: string, as: As = 'admin1') {
    return this.app.ask(RevokeApiKeyDocument, { id }, as);
  }

  async list() {
    const { data, errors } = await this.app.ask(ApiKeysDocument, {}, 'admin1');
    if (!data) throw new Error(`not listed: ${JSON.stringify(errors)}`);
    return data.apiKeys;
  }
}
