/** Who acts, from where, and in which request. The audit log records it with every action. */
export interface Origin {
  /** Null if the system acts, or a client that is not signed in. */
  actorId: string | null;
  actorName: string;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
}

const NOWHERE = { actorId: null, ip: null, userAgent: null, requestId: null };

/** The service acts on its own. */
export const SYSTEM: Origin = { ...NOWHERE, actorName: 'system' };

/** An operator acts on the command line. */
export const COMMAND_LINE: Origin = { ...NOWHERE, actorName: 'command line' };

/** The same origin with the user who has just proved their identity. */
export const actingAs = (origin: Origin, actor: { id: string; username: string }): Origin => ({
  ...origin,
  actorId: actor.id,
  actorName: actor.username,
});

/** The same origin without an actor. The request may have a session, but this action has not proved an identity. */
export const asAnonymous = (origin: Origin): Origin => ({ ...origin, actorId: null, actorName: 'nobody' });
