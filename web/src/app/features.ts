import { useQuery } from '@tanstack/react-query';
import { about } from './about';
import { linksFor, type NavigationLink } from './navigation';
import type { PortalFeature } from './operations.generated';
import { useViewer } from './session-state';

/** Whether the portal has a feature; null until that is known. */
export function useFeature(feature: PortalFeature): boolean | null {
  const { data } = useQuery(about);
  return data ? data.portal.features.includes(feature) : null;
}

/** What the portal has; nothing until that is known. */
export function useFeatures(): readonly PortalFeature[] {
  return useQuery(about).data?.portal.features ?? [];
}

/** The links of the viewer's role to what the portal has. */
export function useLinks(): readonly NavigationLink[] {
  return linksFor(useViewer().role, useFeatures());
}
