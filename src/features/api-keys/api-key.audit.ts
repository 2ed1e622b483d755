import type { AuditTarget } from '../audit/audit-event.js';

/** A key as the target of an audit entry. */
export const apiKeyTarget = ({
  id,
  name,
  prefix,
}: {
  id: string;
  name: string;
  prefix: string;
}): AuditTarget => ({
  type: 'API_KEY',
  id,
  label: `${name} (${prefix}…)`,
});

/** A key as the actor of an audit entry. */
export const apiKeyActor = ({ name, prefix }: { name: string; prefix: string }): string =>
  `API key ${name} (${prefix}…)`;
