import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ActingContext, actingOf } from '../acting.js';
import { Connote } from '../connotes/connote.type.js';
import type { FileAddresses } from '../files/file-addresses.js';

/** Where the papers of a connote can be read. */
@Resolver(() => Connote)
export class PaperResolver {
  constructor(private readonly addresses: FileAddresses) {}

  @FieldResolver(() => String, {
    description:
      'The paper that goes with the goods, a PDF. Valid for a minute and for this session; who may see it is checked again.',
  })
  documentUrl(@Root() { id }: Connote, @Ctx() context: ActingContext) {
    return this.addresses.paper(actingOf(context).viewer, id, 'connote');
  }

  @FieldResolver(() => String, { description: 'The labels, one page for each unit. Valid like documentUrl.' })
  labelUrl(@Root() { id }: Connote, @Ctx() context: ActingContext) {
    return this.addresses.paper(actingOf(context).viewer, id, 'label');
  }
}
