import { dayIn } from './days';
import { viewerZone } from './viewer-zone';

/** The day where the viewer is, such as 2026-11-29: that from which the inventory's days are counted. */
export const viewersToday = (): string => dayIn(viewerZone(), new Date());
