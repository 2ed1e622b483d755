/** Who acts, from where, and in which request: what the audit log keeps beside the act itself. */
export interface Origin {
  /** Null where the system acts, or somebody who has not signed in. */
  actorId: string | null;
  actorName: string;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
}

const NOWHERE = { actorId: null, ip: null, userAgent: null, requestId: null };

/** The service itself, on its own account. */
export const SYSTEM: Origin = { ...NOWHERE, actorName: 'system' };

/** Who works on the command line. */
export const COMMAND_LINE: Origin = { ...NOWHERE, actorName: 'command line' };

/** The same place, where somebody has shown who they are. */
export const actingAs = (origin: Origin, actor: { id: string; username: string }): Origin => ({
  ...origin,
  actorId: actor.id,
  actorName: actor.username,
});
