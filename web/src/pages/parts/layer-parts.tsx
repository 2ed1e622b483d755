import { useState } from 'react';
import { ApiError } from '../../app/ask';
import { Button } from '../../parts/button';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { Dialog } from '../../parts/dialog';
import { toast } from '../../parts/toast';
import { Specimen } from './specimen';

type Layer = 'middle' | 'side' | 'confirm' | 'busy' | 'failed';

const OPENERS: [Layer, string][] = [
  ['middle', 'Open a dialog'],
  ['side', 'Open a panel'],
  ['confirm', 'Ask before something ends'],
  ['busy', 'Ask, busy'],
  ['failed', 'Ask, failed'],
];

/** What comes over the page. */
export function LayerParts() {
  const [open, setOpen] = useState<Layer | null>(null);
  const close = () => setOpen(null);
  return (
    <Specimen name="Dialog, ConfirmDialog, Toast">
      {OPENERS.map(([layer, words]) => (
        <Button key={layer} onClick={() => setOpen(layer)}>
          {words}
        </Button>
      ))}
      <Button onClick={() => toast('The quote is approved.')}>Show a toast</Button>
      <Button
        onClick={() =>
          toast('A link is on its way to somebody.with.a.very.long.name@a-company-with-a-long-name.example.')
        }
      >
        Show a long toast
      </Button>
      <OpenLayer layer={open} onClose={close} />
    </Specimen>
  );
}

function OpenLayer({ layer, onClose }: { layer: Layer | null; onClose: () => void }) {
  if (layer === null) return null;
  if (layer === 'middle' || layer === 'side')
    return (
      <Dialog
        open
        place={layer}
        title="A dialog"
        description="What has to be known before one goes on."
        onClose={onClose}
      >
        <p>What it is about.</p>
        <Button look="primary" onClick={onClose}>
          Go on
        </Button>
      </Dialog>
    );
  return (
    <ConfirmDialog
      title="Cancel this booking?"
      text="The driver is told. It can’t be taken back."
      confirm="Cancel booking"
      keep="Keep booking"
      // Nothing ends it but the close button, which a busy one doesn't have; a reload does.
      busy={layer === 'busy'}
      problem={layer === 'failed' ? new ApiError('CONFLICT', 'It is delivered.') : null}
      onConfirm={onClose}
      onClose={onClose}
    />
  );
}
