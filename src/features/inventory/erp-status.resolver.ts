import { Ctx, Query, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import { ErpStatus } from './erp-status.type.js';

/** What this resolver needs of a request. */
export interface ErpStatusContext {
  erpStatus: () => Promise<ErpStatus>;
}

@Resolver()
export class ErpStatusResolver {
  @Query(() => ErpStatus, {
    description: 'Whether the ERP answers, and whether its login is as it should be.',
  })
  @Auth('ADMIN', 'OPERATIONS')
  erpStatus(@Ctx() context: ErpStatusContext) {
    return context.erpStatus();
  }
}
