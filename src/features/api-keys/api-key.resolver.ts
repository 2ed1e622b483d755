import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../shared/auth.js';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { ErpCustomer } from '../inventory/inventory.type.js';
import type { PortalUserLoader } from '../users/portal-user.loader.js';
import { PortalUser } from '../users/portal-user.type.js';
import { ApiKeyArgs, CreateApiKeyArgs } from './api-key.args.js';
import type { ApiKeyLoader } from './api-key.loader.js';
import { ApiKey, CreateApiKeyPayload } from './api-key.type.js';
import type { ApiKeyDependencies } from './api-key-dependencies.js';
import { createApiKey } from './create-api-key.js';
import { revokeApiKey } from './revoke-api-key.js';

/** What these resolvers need from the request context. */
export interface ApiKeyContext {
  viewer: Viewer | null;
  origin: Origin;
  loaders: { apiKeys: ApiKeyLoader; portalUsers: PortalUserLoader };
}

/** What admins do with API keys. */
@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(private readonly dependencies: ApiKeyDependencies) {}

  @Query(() => [ApiKey], {
    description: 'The keys that are not revoked, and those revoked within the last 90 days; newest first.',
  })
  @Auth('ADMIN')
  apiKeys(): Promise<ApiKey[]> {
    return this.dependencies.keys.list();
  }

  @Mutation(() => CreateApiKeyPayload)
  @Auth('ADMIN')
  createApiKey(
    @Args(() => CreateApiKeyArgs) { input }: CreateApiKeyArgs,
    @Ctx() { viewer, origin }: ApiKeyContext,
  ): Promise<CreateApiKeyPayload> {
    return createApiKey(this.dependencies, { viewer, origin }, input);
  }

  @Mutation(() => ApiKey, { description: 'The key is refused from the next request on. It stays revoked.' })
  @Auth('ADMIN')
  revokeApiKey(
    @Args(() => ApiKeyArgs) { id }: ApiKeyArgs,
    @Ctx() { origin }: ApiKeyContext,
  ): Promise<ApiKey> {
    return revokeApiKey(this.dependencies, origin, id);
  }

  @FieldResolver(() => [ErpCustomer], {
    description: 'The ERP customers assigned by name; none if allErpCustomers is true.',
  })
  async erpCustomers(@Root() { id }: ApiKey, @Ctx() { loaders }: ApiKeyContext): Promise<ErpCustomer[]> {
    const names = await loaders.apiKeys.erpCustomerNames(id);
    return names.map((name) => ({ name }));
  }

  @FieldResolver(() => PortalUser)
  createdBy(@Root() { createdById }: ApiKey, @Ctx() { loaders }: ApiKeyContext) {
    return loaders.portalUsers.byId(createdById);
  }
}
