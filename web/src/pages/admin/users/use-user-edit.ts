import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { PortalUserPartsFragment } from '../../../app/operations.generated';
import { query, queryClient } from '../../../app/query';
import { isOutdated } from '../../../app/server-refusals';
import { toast } from '../../../parts/toast';
import { reload } from '../reload';
import { showAdminRefusals } from '../show-refusals';
import { editInput, entryOf, FIELDS, isSame, type UserEntry } from './user-entry';
import { userQuery } from './user-queries';
import { PortalUpdateUserDocument } from './users.generated';

/** A login that was changed while it was edited here. */
export interface NewerUser {
  /** What the edit was based on, what the login is now, and what was typed. */
  base: UserEntry;
  newer: UserEntry;
  typed: UserEntry;
}

/**
 * The form of an edit. It is based on a version: if that is outdated when it is saved, what was typed stays, all else is as
 * it is now, and both are shown.
 */
export function useUserEdit(user: PortalUserPartsFragment) {
  const t = useTranslations('adminUsers.edit');
  const form = useForm<UserEntry>({ defaultValues: entryOf(user) });
  const [base, setBase] = useState(user);
  const [conflict, setConflict] = useState<NewerUser | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { isDirty, isSubmitting } = form.formState;
  const show = (shown: PortalUserPartsFragment) => {
    setBase(shown);
    setConflict(null);
    form.reset(entryOf(shown));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another version is shown anew
  useEffect(() => {
    // Somebody else's changes are shown as long as nothing is typed here.
    if (user.version > base.version && !isDirty && !isSubmitting) show(user);
  }, [user, isDirty, isSubmitting]);

  const refuse = (error: unknown) => {
    if (!showAdminRefusals(form, error)) setProblem(error);
  };
  const showConflict = (typed: UserEntry, newer: PortalUserPartsFragment) => {
    setConflict({ base: entryOf(base), newer: entryOf(newer), typed });
    setBase(newer);
    form.reset(entryOf(newer));
    for (const field of FIELDS) {
      if (!isSame(entryOf(base), typed, field)) form.setValue(field, typed[field], { shouldDirty: true });
    }
  };
  const attempt = async (entry: UserEntry, on: PortalUserPartsFragment): Promise<void> => {
    try {
      const { updatePortalUser } = await query(PortalUpdateUserDocument, { input: editInput(on, entry) });
      show(updatePortalUser.portalUser);
      toast(t('saved'));
    } catch (error) {
      const newer = isOutdated(error) ? await newestOf(on.id) : null;
      if (!newer) refuse(error);
      // What was changed may be of no concern here, such as that the login was unlocked.
      else if (isAlike(newer, on)) await attempt(entry, newer);
      else showConflict(entry, newer);
    }
  };
  const save = form.handleSubmit(async (entry) => {
    setProblem(null);
    setConflict(null);
    await attempt(entry, base);
    void reload();
  });
  return { form, save, problem, conflict, takeNewer: () => show(base) };
}

const isAlike = (one: PortalUserPartsFragment, other: PortalUserPartsFragment): boolean =>
  FIELDS.every((field) => isSame(entryOf(one), entryOf(other), field));

/** The login as it is now; null if it can't be read. */
async function newestOf(id: string): Promise<PortalUserPartsFragment | null> {
  try {
    return await queryClient.fetchQuery({ ...userQuery(id), staleTime: 0 });
  } catch {
    return null;
  }
}
