import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import type { Origin } from '../../../shared/origin.js';
import type { CustomerContext } from '../customer.resolver.js';
import { toCustomer } from '../customer.type.js';
import type { CustomerDependencies } from '../customer-dependencies.js';
import { PortalAccount } from './portal-account.type.js';
import { type ProvisionedAccount, provisionAccount } from './provision-account.js';
import { provisionAccounts } from './provision-accounts.js';
import {
  CustomerIdArgs,
  ProvisionPortalAccountArgs,
  ProvisionPortalAccountsArgs,
} from './provisioning.args.js';
import { ProvisionPortalAccountPayload, ProvisionPortalAccountsPayload } from './provisioning.type.js';
import { restoreAccess } from './restore-access.js';
import { revokeAccess } from './revoke-access.js';
import { sendPasswordReset } from './send-password-reset.js';

type Context = CustomerContext & { origin: Origin };

/** The mutations of portal accounts. */
@Resolver()
export class ProvisioningResolver {
  /** @param batchMs how long one call of provisionPortalAccounts may start new accounts, in milliseconds */
  constructor(
    private readonly dependencies: CustomerDependencies,
    private readonly batchMs: number,
  ) {}

  @Mutation(() => ProvisionPortalAccountPayload, {
    description:
      "Creates the customer's account. If there is one already, nothing changes and accountExists is true.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  async provisionPortalAccount(
    @Args(() => ProvisionPortalAccountArgs) { input }: ProvisionPortalAccountArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    const provisioned = await provisionAccount(this.dependencies, input, origin);
    clearCaches(loaders);
    return toPayload(provisioned, loaders);
  }

  @Mutation(() => ProvisionPortalAccountsPayload, {
    description:
      'Creates the accounts of many customers independently; those that fail are in failures. Call it again to continue.',
  })
  @Auth('ADMIN', 'OPERATIONS')
  async provisionPortalAccounts(
    @Args(() => ProvisionPortalAccountsArgs) { input }: ProvisionPortalAccountsArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    const { provisioned, failures } = await provisionAccounts(
      this.dependencies,
      { ...input, withinMs: this.batchMs },
      origin,
    );
    clearCaches(loaders);
    return { provisioned: await Promise.all(provisioned.map((one) => toPayload(one, loaders))), failures };
  }

  @Mutation(() => Boolean, {
    description: "Mails the customer's login a link to set a new password, valid for 30 minutes.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  async sendPortalPasswordReset(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin }: Context,
  ): Promise<boolean> {
    await sendPasswordReset(this.dependencies, customerId, origin);
    return true;
  }

  @Mutation(() => PortalAccount, {
    description: 'Deactivates the login and ends all its sessions; its data stays.',
  })
  @Auth('ADMIN', 'OPERATIONS')
  async revokePortalAccess(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    await revokeAccess(this.dependencies, customerId, origin);
    clearCaches(loaders);
    return loaders.customers.accountOf(customerId);
  }

  @Mutation(() => PortalAccount, { description: 'Reactivates the login with its previous password.' })
  @Auth('ADMIN', 'OPERATIONS')
  async restorePortalAccess(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    await restoreAccess(this.dependencies, customerId, origin);
    clearCaches(loaders);
    return loaders.customers.accountOf(customerId);
  }
}

/** The rest of the request must see what the mutation changed. */
function clearCaches({ customers, portalUsers }: CustomerContext['loaders']): void {
  customers.forget();
  portalUsers.forget();
}

async function toPayload(
  { customer, created, temporaryPassword }: ProvisionedAccount,
  { customers }: CustomerContext['loaders'],
) {
  return {
    accountExists: !created,
    temporaryPassword,
    customer: toCustomer(customer),
    portalAccount: await customers.accountOf(customer.id),
  };
}
