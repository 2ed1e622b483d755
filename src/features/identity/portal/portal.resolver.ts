import { Query, Resolver } from 'type-graphql';
import { Public } from '../../../shared/auth-decorators.js';
import { Portal } from './portal.type.js';

/** What anybody may know about this portal. It stays the same while the service runs, so that no query is needed. */
@Resolver(() => Portal)
export class PortalResolver {
  constructor(private readonly about: Portal) {}

  @Query(() => Portal)
  @Public()
  portal(): Portal {
    return this.about;
  }
}
