import { Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { ErpStatus } from './erp-status.type.js';

/** What this resolver needs from the request context. */
export interface ErpStatusContext {
  erpStatus: () => Promise<ErpStatus>;
}

/** The query for the state of the ERP. */
@Resolver()
export class ErpStatusResolver {
  @Query(() => ErpStatus, {
    description: "Whether the ERP answers, and whether the portal's login there is read-only.",
  })
  @Auth('ADMIN', 'OPERATIONS')
  erpStatus(@Ctx() context: ErpStatusContext) {
    return context.erpStatus();
  }
}
