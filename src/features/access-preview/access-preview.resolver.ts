import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { SizedBy } from '../../shared/list-size.js';
import type { Origin } from '../../shared/origin.js';
import type { LoginStateLoader } from '../identity/sign-in/login-state.loader.js';
import { InventoryArgs } from '../inventory/inventory.args.js';
import { type InventoryLoader, SHOWN_CUSTOMERS } from '../inventory/inventory.loader.js';
import { ErpCustomer, InventoryConnection, InventoryTotals } from '../inventory/inventory.type.js';
import { columnsSelectedIn } from '../inventory/page-selection.js';
import { totalsSelectedIn } from '../inventory/totals-selection.js';
import { AccessPreview } from './access-preview.type.js';
import { AccessReason } from './access-reason.type.js';
import { explainSignIn, explainStock } from './explain-access.js';
import { type PreviewDependencies, previewAccess } from './preview-access.js';

/** What these resolvers need from the request context. */
export interface AccessPreviewContext {
  origin: Origin;
  loaders: { inventory: InventoryLoader; loginStates: LoginStateLoader };
}

@ArgsType()
class AccessPreviewArgs {
  @Field(() => IdScalar)
  @IsId()
  portalUserId!: string;
}

/** Reads everything in the ERP scope of the previewed login, never in the scope of the admin who asks. */
@Resolver(() => AccessPreview)
export class AccessPreviewResolver {
  constructor(private readonly dependencies: PreviewDependencies & { now: () => Date }) {}

  @Query(() => AccessPreview, {
    description: 'What a portal user would see, and why. Every preview is audited.',
  })
  @Auth('ADMIN')
  accessPreview(
    @Args(() => AccessPreviewArgs) { portalUserId }: AccessPreviewArgs,
    @Ctx() { origin }: AccessPreviewContext,
  ) {
    return previewAccess(this.dependencies, portalUserId, origin);
  }

  @FieldResolver(() => [ErpCustomer], {
    description: `The ERP customers whose inventory the user sees. If the user sees all: the ERP's first ${SHOWN_CUSTOMERS}.`,
  })
  @SizedBy(() => SHOWN_CUSTOMERS)
  async erpCustomers(
    @Root() { erpScope }: AccessPreview,
    @Ctx() { loaders }: AccessPreviewContext,
  ): Promise<ErpCustomer[]> {
    const names = await loaders.inventory.shownCustomers(erpScope);
    return names.map((name) => ({ name }));
  }

  @FieldResolver(() => [String], {
    description:
      'One sentence per rule, for example why an ERP customer shows no stock, or why a sign-in would be refused now.',
  })
  async explanation(@Root() preview: AccessPreview, @Ctx() context: AccessPreviewContext): Promise<string[]> {
    return (await this.reasons(preview, context)).map(({ sentence }) => sentence);
  }

  @FieldResolver(() => [AccessReason], { description: 'The same rules, for programs.' })
  async reasons(
    @Root() { user, erpScope }: AccessPreview,
    @Ctx() { loaders: { inventory, loginStates } }: AccessPreviewContext,
  ): Promise<AccessReason[]> {
    const signIn = explainSignIn(user, await loginStates.of(user.id), this.dependencies.now());
    const stock = await explainStock(user.role, erpScope, {
      customers: (scope) => inventory.customers(scope, null, scope.all ? 0 : scope.names.size),
      itemCount: async (scope, name) =>
        (await inventory.totalsOfCustomer(scope, name, { different: false, sums: [] })).itemCount,
    });
    return [...signIn, ...stock];
  }

  @FieldResolver(() => InventoryConnection)
  inventory(
    @Root() { erpScope }: AccessPreview,
    @Args(() => InventoryArgs) args: InventoryArgs,
    @Ctx() { loaders }: AccessPreviewContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.inventory.page(erpScope, args, columnsSelectedIn(info));
  }

  @FieldResolver(() => InventoryTotals)
  inventoryTotals(
    @Root() { erpScope }: AccessPreview,
    @Ctx() { loaders }: AccessPreviewContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.inventory.totals(erpScope, {}, totalsSelectedIn(info));
  }
}
