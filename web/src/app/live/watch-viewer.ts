import { hasCode } from '../ask';
import type { PortalViewerChangedSubscription } from '../operations.generated';
import { queryClient } from '../query';
import { sessionEndTold } from '../session';
import { showViewer } from '../session-state';
import type { LiveConnection } from './live-connection';
import { PortalViewerChangedDocument } from './viewer-changed.generated';

type ViewerEvent = PortalViewerChangedSubscription['viewerChanged'];

/** Follows what happens to the viewer: an ended session is said without a click, and other access shows other things. */
export function watchViewer(connection: LiveConnection): void {
  connection.watch(
    PortalViewerChangedDocument,
    {},
    {
      onEvent: ({ viewerChanged }) => follow(viewerChanged),
      onRefused: (error) => {
        if (hasCode(error, 'UNAUTHENTICATED')) end(null);
      },
    },
  );
}

function follow(event: ViewerEvent): void {
  if (event.__typename === 'SessionEnded') {
    end(event.reason);
    return;
  }
  showViewer(event.viewer);
  // What was seen before may not be theirs to see any more.
  queryClient.removeQueries({ type: 'inactive' });
  void queryClient.invalidateQueries();
}

/** Where there is no network for it, the next question finds out. */
const end = (reason: Parameters<typeof sessionEndTold>[0]): void =>
  void sessionEndTold(reason).catch(() => undefined);
