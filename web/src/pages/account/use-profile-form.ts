import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { UpdateMyProfileInput } from '../../app/operations.generated';
import { query, queryClient } from '../../app/query';
import { showRefusals } from '../../app/server-refusals';
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

const entryOf = ({ user, pendingEmail }: Viewer): ProfileEntry => ({
  displayName: user.displayName ?? '',
  email: pendingEmail ?? user.email,
  currentPassword: '',
});

/** The form of the profile. What the server refuses is shown at its field. */
export function useProfileForm(viewer: Viewer) {
  const t = useTranslations('account.profile');
  const form = useForm<ProfileEntry>({ defaultValues: entryOf(viewer) });
  const { register, handleSubmit, reset, formState } = form;
  const [problem, setProblem] = useState<unknown>(null);
  const isNewAddress = formState.dirtyFields.email ?? false;

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
      if (!showRefusals(form, error)) setProblem(error);
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
