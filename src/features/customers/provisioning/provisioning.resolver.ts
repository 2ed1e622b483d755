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

@Resolver()
export class ProvisioningResolver {
  /** @param batchMs how long one call may go on beginning accounts, in milliseconds */
  constructor(
    private readonly dependencies: CustomerDependencies,
    private readonly batchMs: number,
  ) {}

  @Mutation(() => ProvisionPortalAccountPayload, {
    description: "Makes the customer's account; where there is one, it says so and changes nothing.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  async provisionPortalAccount(
    @Args(() => ProvisionPortalAccountArgs) { input }: ProvisionPortalAccountArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    const provisioned = await provisionAccount(this.dependencies, input, origin);
    forget(loaders);
    return toPayload(provisioned, loaders);
  }

  @Mutation(() => ProvisionPortalAccountsPayload, {
    description:
      'Makes the accounts of many customers, each for itself: one that fails is among the failures. Call it again to carry on.',
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
    forget(loaders);
    return { provisioned: await Promise.all(provisioned.map((one) => toPayload(one, loaders))), failures };
  }

  @Mutation(() => Boolean, {
    description: "Mails the customer's login a link that sets a new password, good for 30 minutes.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  async sendPortalPasswordReset(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin }: Context,
  ): Promise<boolean> {
    await sendPasswordReset(this.dependencies, customerId, origin);
    return true;
  }

  @Mutation(() => PortalAccount, { description: 'Ends all sessions of the login; its data stays.' })
  @Auth('ADMIN', 'OPERATIONS')
  async revokePortalAccess(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    await revokeAccess(this.dependencies, customerId, origin);
    forget(loaders);
    return loaders.customers.accountOf(customerId);
  }

  @Mutation(() => PortalAccount, { description: 'The login has the password that it had.' })
  @Auth('ADMIN', 'OPERATIONS')
  async restorePortalAccess(
    @Args(() => CustomerIdArgs) { customerId }: CustomerIdArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    await restoreAccess(this.dependencies, customerId, origin);
    forget(loaders);
    return loaders.customers.accountOf(customerId);
  }
}

/** The rest of the request reads anew what the act has changed. */
function forget({ customers, portalUsers }: CustomerContext['loaders']): void {
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
