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

/** The links of the viewer's role to what the portal has. */
export function useLinks(): readonly NavigationLink[] {
  const { data } = useQuery(about);
  return linksFor(useViewer().role, data?.portal.features ?? []);
}
