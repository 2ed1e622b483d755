import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../../shared/graphql-enum.js';
import { IdScalar } from '../../../shared/id.js';
import { DateTimeScalar } from '../../../shared/scalars.js';
import { PHOTO_KINDS, type PhotoKind } from './photo.entity.js';

/** All other code uses the plain string. */
export const PhotoKindEnum = enumOf(PHOTO_KINDS);
registerEnumType(PhotoKindEnum, {
  name: 'PhotoKind',
  description:
    'What a photo shows. BEFORE and AFTER: the goods, before and after a service. The others are of a delivery.',
});

/** A photo without the fields that are resolved by their own queries. */
@ObjectType({
  description: 'A photo of a connote, without what the camera wrote about itself and the place.',
})
export class Photo {
  @Field(() => IdScalar)
  id!: string;

  connoteId!: string;
  byId!: string;

  @Field(() => PhotoKindEnum)
  kind!: PhotoKind;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  takenAt!: Date;

  @Field(() => Int, { description: 'In pixels.' })
  width!: number;

  @Field(() => Int, { description: 'In pixels.' })
  height!: number;

  @Field(() => String, { nullable: true })
  note!: string | null;
}
