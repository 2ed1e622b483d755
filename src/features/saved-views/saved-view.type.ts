import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Role, roleOfId } from '../../shared/auth.js';
import { enumOf } from '../../shared/graphql-enum.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { RoleEnum } from '../users/portal-user.type.js';
import { LIST_PAGES, type ListPage, type SavedViewRecord } from './saved-view.entity.js';

/** The GraphQL enum of lists. */
export const ListPageEnum = enumOf(LIST_PAGES);
registerEnumType(ListPageEnum, { name: 'ListPage', description: 'A list of the portal.' });

@ObjectType({ simpleResolvers: true, description: 'Filters, order and columns of a list under a name.' })
export class SavedView {
  @Field(() => IdScalar)
  id!: string;

  @Field(() => ListPageEnum)
  page!: ListPage;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "What is behind the ? of the page's address." })
  query!: string;

  @Field(() => Boolean, {
    description: 'Opened if the address says nothing. The first one of the list counts.',
  })
  isDefault!: boolean;

  @Field(() => RoleEnum, { nullable: true, description: 'The role that sees it besides its owner.' })
  sharedWith!: Role | null;

  @Field(() => Boolean, { description: 'Whether the viewer is its owner.' })
  mine!: boolean;

  @Field(() => Int, { description: 'Send it with an update. An outdated version is refused with CONFLICT.' })
  version!: number;
}

@InputType({ description: 'A new view; with an id, the view that replaces that one.' })
export class SaveViewInput {
  @Field(() => IdScalar, { nullable: true })
  @IsId()
  id?: string | null;

  @Field(() => Int, { nullable: true })
  version?: number | null;

  @Field(() => ListPageEnum, { description: 'A view stays on its page.' })
  page!: ListPage;

  @Field(() => String, { description: "Unique among the viewer's views on the page." })
  name!: string;

  @Field(() => String)
  query!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True makes it the default of the page instead of the owner's former one.",
  })
  isDefault!: boolean;

  @Field(() => RoleEnum, { nullable: true, description: 'Only admins may share a view.' })
  sharedWith?: Role | null;
}

/** A view as the viewer with this id sees it. */
export function toSavedView(record: SavedViewRecord, viewerId: string): SavedView {
  const { id, page, name, query, isDefault, version, ownerId, sharedWithRole } = record;
  const sharedWith = sharedWithRole === null ? null : roleOfId(sharedWithRole);
  return { id, page, name, query, isDefault, sharedWith, mine: ownerId === viewerId, version };
}
