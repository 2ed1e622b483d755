import { Args, ArgsType, Ctx, Field, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import { IdScalar, IsId } from '../../../shared/id.js';
import { actingOf } from '../acting.js';
import type { ConnoteContext } from '../connotes/connote.resolver.js';
import { ConnotePayload } from '../connotes/connote.type.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import { deletePhoto } from './delete-photo.js';
import type { ProofContext } from './proof.resolver.js';

@ArgsType()
class PhotoArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

/** The mutation of photos. They are uploaded over REST. */
@Resolver()
export class EditPhotosResolver {
  constructor(private readonly dependencies: FreightDependencies) {}

  @Mutation(() => ConnotePayload, {
    description:
      'Removes a photo before or after a service. Drivers remove only those that they have added themselves.',
  })
  @Auth('OPERATIONS', 'ADMIN', 'DRIVER')
  async deleteConnotePhoto(
    @Args(() => PhotoArgs) { id }: PhotoArgs,
    @Ctx() context: ConnoteContext & ProofContext,
  ): Promise<ConnotePayload> {
    const connote = await deletePhoto(this.dependencies, actingOf(context), id);
    const { connotes, proofs } = context.loaders;
    proofs.forget();
    return { connote: connotes.toNode(connote) };
  }
}
