import type { AttemptReason, ConnoteStatus } from '../../../../app/operations.generated';

/** A photo of a delivery, small enough to be sent. */
export interface ActPhoto {
  file: Blob;
  /** Where the server has it already, and since when, by this machine's clock, in ms. */
  sent?: { id: string; at: number };
}

/** What a driver did at a stop. */
export type Deed =
  | { kind: 'PICKED_UP'; note: string | null }
  | {
      kind: 'DELIVERED';
      receivedBy: string;
      /** Base64. */
      signaturePng: string | null;
      photos: ActPhoto[];
      note: string | null;
    }
  | { kind: 'ATTEMPT'; reason: AttemptReason; note: string | null }
  | { kind: 'NOTE'; note: string };

/** At which stop it was done, as the driver saw it then. */
export interface ActStop {
  connoteId: string;
  number: string;
  lane: string;
  /** The status that the driver saw. */
  from: ConnoteStatus;
}

/** Why the server didn't take an act. */
export interface Refusal {
  code: string;
  message: string;
  /** The status that the connote had instead; null if it isn't the driver's any more. */
  status: ConnoteStatus | null;
  /** Whether it is the time of the act that the server didn't take. */
  isForTime?: boolean;
}

/** An act that isn't done with: it waits to be sent, or was refused. */
export interface Act extends ActStop {
  /** Rises, so it says the order in which they were made. */
  id: number;
  /** Who did it. Nobody else on this machine sees or sends it. */
  owner: string;
  madeAt: string;
  deed: Deed;
  /** Whether it is sent without the time at which it was done, as the driver decided for it or for one before it. */
  withoutTime?: boolean;
  /** The events of the connote before the act was sent first; null as long as it was not. */
  known: string[] | null;
  refusal: Refusal | null;
}
