import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { mustHaveViewer, type Viewer } from '../../shared/auth.js';
import { AuthAnyRole } from '../../shared/auth-decorators.js';
import { IdScalar, IsId } from '../../shared/id.js';
import { deleteView } from './delete-view.js';
import type { SavedViewDependencies } from './lock-view.js';
import { saveView } from './save-view.js';
import type { ListPage } from './saved-view.entity.js';
import { ListPageEnum, SavedView, SaveViewInput, toSavedView } from './saved-view.type.js';

/** What these resolvers need from the request context. */
export interface SavedViewContext {
  viewer: Viewer | null;
}

@ArgsType()
class SavedViewsArgs {
  @Field(() => ListPageEnum)
  page!: ListPage;
}

@ArgsType()
class SaveViewArgs {
  @Field(() => SaveViewInput)
  @ValidateNested()
  input!: SaveViewInput;
}

@ArgsType()
class DeleteViewArgs {
  @Field(() => IdScalar)
  @IsId()
  id!: string;
}

/** The views of lists that users save under a name. */
@Resolver(() => SavedView)
export class SavedViewResolver {
  constructor(private readonly dependencies: SavedViewDependencies) {}

  @Query(() => [SavedView], {
    description:
      "The viewer's views of a list, and those shared with the viewer's role: defaults first, then by name.",
  })
  @AuthAnyRole()
  async savedViews(
    @Args(() => SavedViewsArgs) { page }: SavedViewsArgs,
    @Ctx() context: SavedViewContext,
  ): Promise<SavedView[]> {
    const viewer = mustHaveViewer(context);
    const views = await this.dependencies.views.seenBy(viewer, page);
    return views.map((view) => toSavedView(view, viewer.userId));
  }

  @Mutation(() => SavedView)
  @AuthAnyRole()
  async saveView(@Args(() => SaveViewArgs) { input }: SaveViewArgs, @Ctx() context: SavedViewContext) {
    const viewer = mustHaveViewer(context);
    return toSavedView(await saveView(this.dependencies, input, viewer), viewer.userId);
  }

  @Mutation(() => Boolean)
  @AuthAnyRole()
  async deleteView(@Args(() => DeleteViewArgs) { id }: DeleteViewArgs, @Ctx() context: SavedViewContext) {
    await deleteView(this.dependencies, id, mustHaveViewer(context));
    return true;
  }
}
