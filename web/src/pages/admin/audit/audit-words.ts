import { useTranslations } from 'use-intl';
import type { AuditAction } from '../../../app/operations.generated';
import { readOneOf } from '../../../app/search';
import { TOPICS } from './audit-actions';

const ACTIONS: readonly AuditAction[] = Object.values(TOPICS).flat();
const ACTORS = ['system', 'command line', 'nobody'] as const;

/** The words of what the log has names for. What a newer service adds is shown by its own name. */
export function useAuditWords() {
  const t = useTranslations('audit');
  return {
    actionOf: (action: string): string => {
      const known = readOneOf(ACTIONS, action);
      return known ? t(`actions.${known}`) : action;
    },
    actorOf: (name: string): string => {
      const known = readOneOf(ACTORS, name);
      return known ? t(`actors.${known}`) : name;
    },
  };
}
