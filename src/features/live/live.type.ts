import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { IdScalar } from '../../shared/id.js';
import { DateTimeScalar } from '../../shared/scalars.js';
import { ViewerType } from '../identity/identity.type.js';
import type { SessionEndReason } from '../identity/sessions/session-state.store.js';
import { InventoryItem } from '../inventory/inventory.type.js';

@ObjectType({ simpleResolvers: true, description: 'A row that is new, or of which something has changed.' })
export class InventoryItemChanged {
  @Field(() => InventoryItem)
  item!: InventoryItem;

  @Field(() => Boolean, {
    description: 'Whether it was not among the rows before: it is new, or meets the filter only now.',
  })
  isNew!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A row that is gone, doesn't meet the filter any more, or has left the viewer's scope.",
})
export class InventoryItemRemoved {
  @Field(() => IdScalar)
  id!: string;
}

/** What happened to a row. */
const InventoryChange = createUnionType({
  name: 'InventoryChange',
  types: () => [InventoryItemChanged, InventoryItemRemoved] as const,
  resolveType: (change) => ('item' in change ? InventoryItemChanged : InventoryItemRemoved),
});

@ObjectType({
  simpleResolvers: true,
  description:
    'What has changed since the update before, or that the ERP has ceased to answer, or answers again. The first has no ' +
    'changes, and the time that watching began with: a page that was read before it is to be read again.',
})
export class InventoryUpdate {
  @Field(() => DateTimeScalar, { description: 'When the ERP was asked.' })
  asOf!: Date;

  @Field(() => Boolean, {
    description: 'True if the ERP was asked again since and did not answer: what is known may be old.',
  })
  stale!: boolean;

  @Field(() => [InventoryChange])
  changes!: (InventoryItemChanged | InventoryItemRemoved)[];
}

const REASONS: Record<SessionEndReason, SessionEndReason> = {
  SIGNED_OUT: 'SIGNED_OUT',
  ENDED_ELSEWHERE: 'ENDED_ELSEWHERE',
  PASSWORD_CHANGED: 'PASSWORD_CHANGED',
  DEACTIVATED: 'DEACTIVATED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(REASONS, { name: 'SessionEndReason', description: 'Why a session ended.' });

@ObjectType({ simpleResolvers: true, description: 'The session has ended. It is the last event.' })
export class SessionEnded {
  @Field(() => REASONS)
  reason!: SessionEndReason;
}

@ObjectType({ simpleResolvers: true, description: 'What the viewer may do or see has changed.' })
export class AccessChanged {
  @Field(() => ViewerType)
  viewer!: ViewerType;
}

/** What happened to the viewer. */
export const ViewerEvent = createUnionType({
  name: 'ViewerEvent',
  types: () => [SessionEnded, AccessChanged] as const,
  resolveType: (event) => ('reason' in event ? SessionEnded : AccessChanged),
});
