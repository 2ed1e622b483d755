import { Max, Min } from 'class-validator';
import { Args, ArgsType, Field, Int, Query, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import { MAX_PAGE } from '../../../shared/connection.js';
import { SearchText } from '../../../shared/filters.type.js';
import { Actor, toActor } from '../../users/actor.type.js';
import { toPortalUser } from '../../users/portal-user.type.js';
import type { DriverStore } from './driver.store.js';

@ArgsType()
class DriversArgs {
  @Field(() => String, { nullable: true, description: 'Every word must occur in the name or user name.' })
  @SearchText()
  search?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: `How many, at most ${MAX_PAGE}.` })
  @Min(0)
  @Max(MAX_PAGE)
  first?: number | null;
}

/** The drivers that a connote can be allocated to. */
@Resolver()
export class DriverResolver {
  constructor(private readonly dependencies: { drivers: DriverStore }) {}

  @Query(() => [Actor], { description: 'The active logins of drivers, by name.' })
  @Auth('OPERATIONS', 'ADMIN')
  async drivers(@Args(() => DriversArgs) { search, first }: DriversArgs): Promise<Actor[]> {
    const drivers = await this.dependencies.drivers.list(search, first ?? 50);
    return drivers.map((driver) => toActor(toPortalUser(driver)));
  }
}
