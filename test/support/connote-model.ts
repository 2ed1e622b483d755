import {
  AddConnoteNoteDocument,
  type ConnoteStatus,
  PriceConnoteDocument,
  RecordAttemptDocument,
  UpdateConnoteStatusDocument,
  type UpdateConnoteStatusInput,
} from '../../schema/operations.generated.js';

type Driver = 'driver1' | 'driver2';
/** Who tries something. The connote is customer1's. */
export const PEOPLE = [
  ...(['customer1', 'customer2', 'operations1', 'admin1', 'driver1', 'driver2', 'warehouse1'] as const),
];
export type Person = (typeof PEOPLE)[number];

type Drivers = Record<Driver, string>;
type Step = { to: ConnoteStatus; driver?: Driver; from?: ConnoteStatus; proof?: boolean };

/** Something that can be tried on a connote, as a request. */
export interface Deed {
  name: string;
  step?: Step;
  toRequest(id: string, drivers: Drivers): { answer: never; variables: never };
}

const request = (answer: unknown, variables: unknown) => ({ answer, variables }) as never;
const move = (step: Step): Deed => ({
  name: JSON.stringify(step),
  step,
  toRequest: (id, drivers) => {
    const { to, from = null, driver, proof } = step;
    const input: UpdateConnoteStatusInput = {
      ...{ id, to, from, driverId: driver ? drivers[driver] : null },
      proof: proof ? { receivedBy: 'Kim' } : null,
    };
    return request(UpdateConnoteStatusDocument, { input });
  },
});
const PRICE: Deed = {
  name: 'price',
  toRequest: (id) => request(PriceConnoteDocument, { input: { id, totalAmount: '10' } }),
};
const NOTE: Deed = { name: 'note', toRequest: (id) => request(AddConnoteNoteDocument, { id, note: 'x' }) };
const ATTEMPT: Deed = {
  name: 'attempt',
  toRequest: (id) => request(RecordAttemptDocument, { input: { id, reason: 'OTHER' } }),
};

/** What is tried. */
export const DEEDS: readonly Deed[] = [
  ...[PRICE, NOTE, ATTEMPT],
  ...(['DRAFT', 'PENDING', 'CONFIRMED', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'] as const).map((to) =>
    move({ to }),
  ),
  ...[move({ to: 'ALLOCATED' }), move({ to: 'ALLOCATED', driver: 'driver1' })],
  ...[move({ to: 'ALLOCATED', driver: 'driver2' }), move({ to: 'DELIVERED', proof: true })],
  ...[move({ to: 'CANCELLED', from: 'PENDING' }), move({ to: 'IN_TRANSIT', proof: true })],
];

const isStaff = (person: Person) => person === 'operations1' || person === 'admin1';
const isDriver = (person: Person) => person === 'driver1' || person === 'driver2';
const isCustomer = (person: Person) => person === 'customer1' || person === 'customer2';

const mayTry = (person: Person, deed: Deed) =>
  isStaff(person) || (deed !== PRICE && isDriver(person)) || (deed === NOTE && person === 'warehouse1');

/**
 * What a connote of customer1 goes through, told from the words of the documentation and not from the service's table.
 * A delivery needs a proof.
 */
export class ConnoteModel {
  status: ConnoteStatus = 'DRAFT';
  driver: Driver | null = null;
  priced = false;
  readonly events: (string | null)[][] = [['STATUS', null, 'DRAFT']];

  sees(person: Person): boolean {
    if (isDriver(person)) return this.driver === person;
    if (person === 'warehouse1') return !['DRAFT', 'PENDING', 'CANCELLED'].includes(this.status);
    return person !== 'customer2';
  }

  /** Who would do what next, on the way to a delivery; null at the end. */
  stepAlong(): { person: Person; deed: Deed } | null {
    const next = {
      DRAFT: ['customer1', move({ to: 'PENDING' })],
      PENDING: ['operations1', this.priced ? move({ to: 'CONFIRMED' }) : PRICE],
      CONFIRMED: ['admin1', move({ to: 'ALLOCATED', driver: 'driver1' })],
      ALLOCATED: [this.driver ?? 'driver1', move({ to: 'IN_TRANSIT' })],
      IN_TRANSIT: [this.driver ?? 'driver1', move({ to: 'DELIVERED', proof: true })],
      ...{ DELIVERED: null, CANCELLED: null },
    } as const satisfies Record<ConnoteStatus, readonly [Person, Deed] | null>;
    const found = next[this.status];
    return found && { person: found[0], deed: found[1] };
  }

  /** Takes the step if it may be taken. @returns the code of the refusal otherwise */
  attempt(person: Person, deed: Deed): string | null {
    if (deed.step) return this.#move(person, deed.step);
    if (!mayTry(person, deed)) return 'FORBIDDEN';
    if (!this.sees(person)) return 'NOT_FOUND';
    if (deed === NOTE) return this.#happen('NOTE', this.status);
    if (deed === PRICE) return this.#price();
    return this.status === 'IN_TRANSIT' ? this.#happen('ATTEMPT', this.status) : 'CONFLICT';
  }

  /** The statuses that somebody who sees it is offered. */
  allowed(person: Person): ConnoteStatus[] {
    const all: ConnoteStatus[] = [
      'PENDING',
      'CONFIRMED',
      'ALLOCATED',
      'IN_TRANSIT',
      'DELIVERED',
      'CANCELLED',
    ];
    return all.filter((to) => this.#isOpen(person, to));
  }

  #price(): string | null {
    if (this.status !== 'DRAFT' && this.status !== 'PENDING') return 'CONFLICT';
    // The same price again is no event.
    if (this.priced) return null;
    this.priced = true;
    return this.#happen('PRICE', this.status);
  }

  #move(person: Person, { to, driver, from, proof = false }: Step): string | null {
    if (to !== 'DRAFT' && !this.#everMoves(person, to)) return 'FORBIDDEN';
    if ((to === 'ALLOCATED') !== (driver !== undefined)) return 'BAD_USER_INPUT';
    if ((to === 'DELIVERED') !== proof) return 'BAD_USER_INPUT';
    if (!this.sees(person)) return 'NOT_FOUND';
    if (from !== undefined && from !== this.status) return 'CONFLICT';
    if (!this.#isOpen(person, to)) return 'CONFLICT';
    if (this.status === 'ALLOCATED' && driver === this.driver) return 'CONFLICT';
    if (driver) this.driver = driver;
    return this.#happen(to === this.status ? 'DRIVER' : 'STATUS', to);
  }

  #everMoves(person: Person, to: ConnoteStatus): boolean {
    if (to === 'IN_TRANSIT' || to === 'DELIVERED') return isDriver(person);
    if (to === 'PENDING' || to === 'CANCELLED') return isStaff(person) || isCustomer(person);
    return to !== 'DRAFT' && isStaff(person);
  }

  #isOpen(person: Person, to: ConnoteStatus): boolean {
    if (!this.#everMoves(person, to)) return false;
    const { status } = this;
    switch (to) {
      case 'PENDING':
        return status === 'DRAFT';
      case 'CONFIRMED':
        return status === 'PENDING' && this.priced;
      case 'ALLOCATED':
        return status === 'CONFIRMED' || status === 'ALLOCATED';
      case 'IN_TRANSIT':
        return status === 'ALLOCATED';
      case 'DELIVERED':
        return status === 'IN_TRANSIT';
      default:
        if (status === 'ALLOCATED') return isStaff(person);
        return ['DRAFT', 'PENDING', 'CONFIRMED'].includes(status);
    }
  }

  #happen(kind: string, to: ConnoteStatus): null {
    this.events.push([kind, this.status, to]);
    this.status = to;
    return null;
  }
}
