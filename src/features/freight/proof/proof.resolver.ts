import { ArrayMaxSize } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { MAX_LIST } from '../../../shared/filters.type.js';
import { SizedBy } from '../../../shared/list-size.js';
import { Actor } from '../../users/actor.type.js';
import type { PortalUserLoader } from '../../users/portal-user.loader.js';
import { type ActingContext, actingOf } from '../acting.js';
import { Connote } from '../connotes/connote.type.js';
import type { FileAddresses } from '../files/file-addresses.js';
import {
  MAX_PROOF_PHOTOS,
  MAX_SERVICE_PHOTOS,
  MAX_UNUSED_PHOTOS,
  type PhotoKind,
  SERVICE_PHOTO_KINDS,
} from './photo.entity.js';
import { Photo, PhotoKindEnum } from './photo.type.js';
import type { ProofLoader } from './proof.loader.js';
import { ProofOfDelivery } from './proof.type.js';

/** What these resolvers need from the request context. */
export interface ProofContext extends ActingContext {
  loaders: { proofs: ProofLoader; portalUsers: PortalUserLoader };
}

@ArgsType()
class ServicePhotosArgs {
  @Field(() => [PhotoKindEnum], {
    nullable: true,
    description: 'Only these, of BEFORE and AFTER. An empty list matches nothing.',
  })
  @ArrayMaxSize(MAX_LIST)
  kind?: PhotoKind[] | null;
}

/** The proof and the photos of a connote. */
@Resolver(() => Connote)
export class ConnoteProofResolver {
  @FieldResolver(() => ProofOfDelivery, {
    nullable: true,
    description: 'Null unless the goods were delivered with a proof.',
  })
  proofOfDelivery(@Root() { id }: Connote, @Ctx() { loaders }: ProofContext) {
    return loaders.proofs.proofOf(id);
  }

  @SizedBy(() => MAX_UNUSED_PHOTOS)
  @FieldResolver(() => [Photo], {
    description:
      'Those of the delivery, in the order of the uploads. Customers and the warehouse see what the proof of delivery uses, and no other.',
  })
  photos(@Root() { id }: Connote, @Ctx() { loaders }: ProofContext) {
    return loaders.proofs.photosOf(id);
  }

  @SizedBy(() => MAX_SERVICE_PHOTOS)
  @FieldResolver(() => [Photo], {
    description: `Those before and after a service, in the order of the uploads: at most ${MAX_SERVICE_PHOTOS}. Whoever sees the connote sees them.`,
  })
  servicePhotos(
    @Root() { id }: Connote,
    @Args(() => ServicePhotosArgs) { kind }: ServicePhotosArgs,
    @Ctx() { loaders }: ProofContext,
  ) {
    return loaders.proofs.servicePhotosOf(id, kind ?? SERVICE_PHOTO_KINDS);
  }
}

/** The files of a proof of delivery. */
@Resolver(() => ProofOfDelivery)
export class ProofOfDeliveryResolver {
  constructor(private readonly addresses: FileAddresses) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A PNG. Valid for ten minutes and for this session; who may see it is checked again.',
  })
  signatureUrl(@Root() { connoteId, signatureKey }: ProofOfDelivery, @Ctx() context: ProofContext) {
    return signatureKey === null ? null : this.addresses.signature(actingOf(context).viewer, connoteId);
  }

  @SizedBy(() => MAX_PROOF_PHOTOS)
  @FieldResolver(() => [Photo], { description: `At most ${MAX_PROOF_PHOTOS}, in the order of the uploads.` })
  photos(@Root() { connoteId }: ProofOfDelivery, @Ctx() { loaders }: ProofContext) {
    return loaders.proofs.photosOfProof(connoteId);
  }
}

/** The files of a photo, and who took it. */
@Resolver(() => Photo)
export class PhotoResolver {
  constructor(private readonly addresses: FileAddresses) {}

  @FieldResolver(() => Actor)
  by(@Root() { byId }: Photo, @Ctx() { loaders }: ProofContext) {
    return loaders.portalUsers.actor(byId);
  }

  @FieldResolver(() => String, {
    description: 'A JPEG. Valid for ten minutes and for this session; who may see it is checked again.',
  })
  url(@Root() photo: Photo, @Ctx() context: ProofContext) {
    return this.addresses.photo(actingOf(context).viewer, photo);
  }

  @FieldResolver(() => String, { description: 'The same, with sides of 320 pixels at most.' })
  thumbnailUrl(@Root() photo: Photo, @Ctx() context: ProofContext) {
    return this.addresses.thumbnail(actingOf(context).viewer, photo);
  }
}
