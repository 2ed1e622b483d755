import type { SignedAccess } from './signed-access.js';

/** The part of the viewer that an address is signed for. */
type Session = { readonly sessionId: string };

const MINUTE_S = 60;
const IMAGE_S = 10 * MINUTE_S;
const PAPER_S = MINUTE_S;

/** The addresses of files of connotes. Each is signed for one session, and expires. */
export class FileAddresses {
  /** @param baseUrl the address that people open the portal at, without a slash at its end */
  constructor(
    private readonly access: Pick<SignedAccess, 'sign'>,
    private readonly baseUrl: string,
  ) {}

  photo({ sessionId }: Session, { connoteId, id }: { connoteId: string; id: string }): string {
    return this.#sign(`connotes/${connoteId}/photos/${id}`, sessionId, IMAGE_S);
  }

  thumbnail({ sessionId }: Session, { connoteId, id }: { connoteId: string; id: string }): string {
    return this.#sign(`connotes/${connoteId}/photos/${id}/thumbnail`, sessionId, IMAGE_S);
  }

  signature({ sessionId }: Session, connoteId: string): string {
    return this.#sign(`connotes/${connoteId}/signature`, sessionId, IMAGE_S);
  }

  /** The paper that goes with the goods, or the labels on them, as a PDF. */
  paper({ sessionId }: Session, connoteId: string, name: 'connote' | 'label'): string {
    return this.#sign(`connotes/${connoteId}/${name}.pdf`, sessionId, PAPER_S);
  }

  #sign(resource: string, sessionId: string, lifetimeSeconds: number): string {
    return `${this.baseUrl}/api/${resource}?access=${this.access.sign(resource, sessionId, lifetimeSeconds)}`;
  }
}
