import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../shared/auth-decorators.js';
import type { Origin } from '../../shared/origin.js';
import { ErpCheck } from './erp-check.type.js';
import type { ErpChecks } from './erp-checks.js';

/** What this resolver needs from the request context. */
export interface ErpCheckContext {
  origin: Origin;
  erpChecks: ErpChecks;
}

/** The check of the ERP. */
@Resolver()
export class ErpCheckResolver {
  @Query(() => ErpCheck, {
    nullable: true,
    description: 'What the last check of this instance of the service said; null if there was none.',
  })
  @Auth('ADMIN')
  erpCheck(@Ctx() { erpChecks }: ErpCheckContext) {
    return erpChecks.last();
  }

  @Mutation(() => ErpCheck, {
    description:
      'Checks the ERP, which may take up to a minute. Within a minute of the last check of this instance, the answer is that one.',
  })
  @Auth('ADMIN')
  checkErp(@Ctx() { erpChecks, origin }: ErpCheckContext) {
    return erpChecks.check(origin);
  }
}
