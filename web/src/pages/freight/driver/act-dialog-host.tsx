import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { AttemptDialog, NoteActDialog, PickUpDialog } from './act-dialogs';
import { focusStopSoon } from './focus-stop';
import type { Stop } from './stops';

const DIALOGS = { PICKED_UP: PickUpDialog, ATTEMPT: AttemptDialog, NOTE: NoteActDialog };

/** What can be done at a stop in a dialog. */
type DialogKind = keyof typeof DIALOGS;
type OpenDialog = (stop: Stop, kind: DialogKind) => void;

const Open = createContext<OpenDialog>(() => undefined);

/** Opens a dialog about a stop. Only below `ActDialogHost`. */
export const useActDialog = (): OpenDialog => useContext(Open);

/** Shows the dialogs of the stops of a page. They stay while a stop moves on the page, or goes. */
export function ActDialogHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ stop: Stop; kind: DialogKind } | null>(null);
  const open = useCallback<OpenDialog>((stop, kind) => setAsked({ stop, kind }), []);
  const Dialog = asked && DIALOGS[asked.kind];
  const close = () => {
    setAsked(null);
    if (asked) focusStopSoon(asked.stop.number);
  };
  return (
    <Open value={open}>
      {children}
      {Dialog ? <Dialog stop={asked.stop} onClose={close} /> : null}
    </Open>
  );
}
