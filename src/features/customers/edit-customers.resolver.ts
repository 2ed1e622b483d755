import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { createCustomer } from './create-customer.js';
import { CreateCustomerInput, CustomerArgs, UpdateCustomerInput } from './customer.args.js';
import type { CustomerContext } from './customer.resolver.js';
import { CreateCustomerPayload, Customer, toCustomer } from './customer.type.js';
import type { CustomerDependencies } from './customer-dependencies.js';
import { deleteCustomer } from './delete-customer.js';
import { restoreCustomer } from './restore-customer.js';
import { updateCustomer } from './update-customer.js';

type Context = CustomerContext & { origin: Origin };

@ArgsType()
class CreateCustomerArgs {
  @Field(() => CreateCustomerInput)
  @ValidateNested()
  input!: CreateCustomerInput;
}

@ArgsType()
class UpdateCustomerArgs {
  @Field(() => UpdateCustomerInput)
  @ValidateNested()
  input!: UpdateCustomerInput;
}

/** The mutations of customers. */
@Resolver()
export class EditCustomersResolver {
  constructor(private readonly dependencies: CustomerDependencies) {}

  @Mutation(() => CreateCustomerPayload)
  @Auth('ADMIN', 'OPERATIONS')
  async createCustomer(
    @Args(() => CreateCustomerArgs) { input }: CreateCustomerArgs,
    @Ctx() { origin, loaders }: Context,
  ) {
    const customer = await createCustomer(this.dependencies, input, origin);
    return { customer: toCustomer(customer), portalAccount: await loaders.customers.accountOf(customer.id) };
  }

  @Mutation(() => Customer)
  @Auth('ADMIN', 'OPERATIONS')
  async updateCustomer(
    @Args(() => UpdateCustomerArgs) { input }: UpdateCustomerArgs,
    @Ctx() { origin }: Context,
  ) {
    return toCustomer(await updateCustomer(this.dependencies, input, origin));
  }

  @Mutation(() => Customer, { description: 'Marks the customer as deleted and revokes their portal access.' })
  @Auth('ADMIN')
  async deleteCustomer(@Args(() => CustomerArgs) { id }: CustomerArgs, @Ctx() { origin }: Context) {
    return toCustomer(await deleteCustomer(this.dependencies, id, origin));
  }

  @Mutation(() => Customer, {
    description:
      'Takes back the deletion of a customer. Their portal access stays revoked until it is restored.',
  })
  @Auth('ADMIN')
  async restoreCustomer(@Args(() => CustomerArgs) { id }: CustomerArgs, @Ctx() { origin, loaders }: Context) {
    const customer = await restoreCustomer(this.dependencies, id, origin);
    loaders.customers.forget();
    return toCustomer(customer);
  }
}
