import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ApiError } from '../../app/ask';
import type { UpdateMyProfileInput } from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { type Viewer, viewerChanged } from '../../app/session-state';
import { toast } from '../../parts/toast';
import { PortalUpdateProfileDocument } from './account.generated';
import { profileQuery } from './account-queries';

interface ProfileEntry {
  displayName: string;
  /** The address that the login has or, if another one waits to be confirmed, will have. */
  email: string;
  currentPassword: string;
}

const FIELDS = ['displayName', 'email', 'currentPassword'] as const;

const entryOf = ({ user, pendingEmail }: Viewer): ProfileEntry => ({
  displayName: user.displayName ?? '',
  email: pendingEmail ?? user.email,
  currentPassword: '',
});

/** The form of the profile. What the server refuses is shown at its field. */
export function useProfileForm(viewer: Viewer) {
  const t = useTranslations('account.profile');
  const form = useForm<ProfileEntry>({ defaultValues: entryOf(viewer) });
  const { register, handleSubmit, setError, reset, formState } = form;
  const [problem, setProblem] = useState<unknown>(null);
  const isNewAddress = formState.dirtyFields.email ?? false;

  const refuse = (error: unknown) => {
    const refused = error instanceof ApiError ? error.fields : [];
    const shown = refused.filter(({ path, message }) => {
      const name = FIELDS.find((field) => path === `input.${field}`);
      if (name) setError(name, { message }, { shouldFocus: true });
      return name !== undefined;
    });
    if (shown.length === 0 || shown.length < refused.length) setProblem(error);
  };
  const save = handleSubmit(async ({ displayName, email, currentPassword }) => {
    setProblem(null);
    try {
      const changed = await saveProfile({
        displayName: displayName.trim() || null,
        ...(isNewAddress ? { email, currentPassword } : {}),
      });
      reset(entryOf(changed));
      toast(
        changed.pendingEmail && isNewAddress ? t('mailed', { address: changed.pendingEmail }) : t('saved'),
      );
    } catch (error) {
      refuse(error);
    }
  });
  return { register, formState, problem, save };
}

/** Saves it, and shows it at once wherever the viewer is named, in all tabs. */
async function saveProfile(input: UpdateMyProfileInput): Promise<Viewer> {
  const { updateMyProfile: viewer } = await query(PortalUpdateProfileDocument, { input });
  viewerChanged(viewer);
  queryClient.setQueryData(
    profileQuery.queryKey,
    (before) => before && { ...before, ...viewer, user: { ...before.user, ...viewer.user } },
  );
  return viewer;
}
