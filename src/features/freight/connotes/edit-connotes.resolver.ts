import { ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../../shared/auth-decorators.js';
import type { Origin } from '../../../shared/origin.js';
import { DateTimeScalar } from '../../../shared/scalars.js';
import { type Acting, actingOf } from '../acting.js';
import type { FreightDependencies } from '../freight-dependencies.js';
import type { ProofContext } from '../proof/proof.resolver.js';
import type { RewardContext } from '../rewards/reward.resolver.js';
import { ShipmentArgs } from '../shipment/shipment.args.js';
import { addConnoteNote } from './add-connote-note.js';
import { BookShipmentInput } from './book-shipment.args.js';
import { bookShipment } from './book-shipment.js';
import type { ConnoteRecord } from './connote.entity.js';
import { CONNOTE_READERS, type ConnoteContext } from './connote.resolver.js';
import { ConnotePayload } from './connote.type.js';
import { copyConnote } from './copy-connote.js';
import { PriceConnoteInput, RecordAttemptInput, UpdateConnoteStatusInput } from './edit-connotes.args.js';
import { priceConnote } from './price-connote.js';
import { recordAttempt } from './record-attempt.js';
import { updateConnoteStatus } from './update-connote-status.js';

type Context = ConnoteContext & ProofContext & RewardContext & { origin: Origin };

@ArgsType()
class BookShipmentArgs {
  @Field(() => BookShipmentInput)
  @ValidateNested()
  input!: BookShipmentInput;
}

@ArgsType()
class UpdateConnoteStatusArgs {
  @Field(() => UpdateConnoteStatusInput)
  @ValidateNested()
  input!: UpdateConnoteStatusInput;
}

@ArgsType()
class PriceConnoteArgs {
  @Field(() => PriceConnoteInput)
  @ValidateNested()
  input!: PriceConnoteInput;
}

@ArgsType()
class RecordAttemptArgs {
  @Field(() => RecordAttemptInput)
  @ValidateNested()
  input!: RecordAttemptInput;
}

@ArgsType()
class CancelConnoteArgs extends ShipmentArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'The version that the caller saw. An outdated one is refused with CONFLICT.',
  })
  version?: number | null;

  @Field(() => String, { nullable: true, description: 'Why. The customer sees it.' })
  note?: string | null;
}

@ArgsType()
class AddConnoteNoteArgs extends ShipmentArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was noted, if it is entered late, by drivers and staff. At most 7 days ago, and not before the last step of the connote.',
  })
  at?: Date | null;

  @Field(() => String, { description: 'The customer sees it.' })
  note!: string;
}

/** The mutations of connotes. */
@Resolver()
export class EditConnotesResolver {
  constructor(private readonly dependencies: FreightDependencies) {}

  @Mutation(() => ConnotePayload, {
    description: 'Without a quote, the amount is 0.00 until staff set it with priceConnote.',
  })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  bookShipment(@Args(() => BookShipmentArgs) { input }: BookShipmentArgs, @Ctx() context: Context) {
    return this.#change(context, (acting) => bookShipment(this.dependencies, acting, input));
  }

  @Mutation(() => ConnotePayload, {
    description:
      'allowedTransitions says where the viewer may move it. From ALLOCATED to ALLOCATED, the driver changes.',
  })
  @Auth(...CONNOTE_READERS)
  updateConnoteStatus(
    @Args(() => UpdateConnoteStatusArgs) { input }: UpdateConnoteStatusArgs,
    @Ctx() context: Context,
  ) {
    return this.#change(context, (acting) => updateConnoteStatus(this.dependencies, acting, input));
  }

  @Mutation(() => ConnotePayload)
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  cancelConnote(@Args(() => CancelConnoteArgs) args: CancelConnoteArgs, @Ctx() context: Context) {
    const input = { ...args, to: 'CANCELLED' } as const;
    return this.#change(context, (acting) => updateConnoteStatus(this.dependencies, acting, input, ''));
  }

  @Mutation(() => ConnotePayload, {
    description: 'Sets the price of a connote that was booked without a quote, until it is confirmed.',
  })
  @Auth('OPERATIONS', 'ADMIN')
  priceConnote(@Args(() => PriceConnoteArgs) { input }: PriceConnoteArgs, @Ctx() context: Context) {
    return this.#change(context, (acting) => priceConnote(this.dependencies, acting, input));
  }

  @Mutation(() => ConnotePayload, { description: 'Books it again, as a DRAFT without days and price.' })
  @Auth('CUSTOMER', 'OPERATIONS', 'ADMIN')
  copyConnote(@Args(() => ShipmentArgs) { id }: ShipmentArgs, @Ctx() context: Context) {
    return this.#change(context, (acting) => copyConnote(this.dependencies, acting, id));
  }

  @Mutation(() => ConnotePayload)
  @Auth('OPERATIONS', 'ADMIN', 'DRIVER', 'WAREHOUSE')
  addConnoteNote(@Args(() => AddConnoteNoteArgs) args: AddConnoteNoteArgs, @Ctx() context: Context) {
    return this.#change(context, (acting) => addConnoteNote(this.dependencies, acting, args));
  }

  @Mutation(() => ConnotePayload, { description: 'A delivery that failed. The connote stays IN_TRANSIT.' })
  @Auth('DRIVER', 'OPERATIONS', 'ADMIN')
  recordAttempt(@Args(() => RecordAttemptArgs) { input }: RecordAttemptArgs, @Ctx() context: Context) {
    return this.#change(context, (acting) => recordAttempt(this.dependencies, acting, input));
  }

  /** Makes a change. The rest of the request reads connotes and quotes again. */
  async #change(context: Context, work: (acting: Acting) => Promise<ConnoteRecord>): Promise<ConnotePayload> {
    const { connotes, quotes, proofs, rewards } = context.loaders;
    const changed = await work(actingOf(context));
    connotes.forget();
    quotes.forget();
    proofs.forget();
    rewards.forget();
    return { connote: connotes.toNode(changed) };
  }
}
