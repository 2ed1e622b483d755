import type { FreightAddressFragment, Packaging, ServiceLevel } from '../../../app/operations.generated';

/** An address while it is typed. */
export type AddressEntry = Record<Exclude<keyof FreightAddressFragment, '__typename'>, string>;

/** An item while it is typed: its numbers are as people of the viewer's language write them. */
export interface ItemEntry {
  packaging: Packaging;
  quantity: string;
  description: string;
  weightKg: string;
  lengthCm: string;
  widthCm: string;
  heightCm: string;
  /** Whether the goods are dangerous: only then is the rest asked for. */
  isDangerous: boolean;
  dangerousGoods: { unNumber: string; class: string; packingGroup: string };
}

/** A request or booking while it is typed. */
export interface ShipmentEntry {
  origin: AddressEntry;
  destination: AddressEntry;
  items: ItemEntry[];
  service: ServiceLevel;
  pickupOn: string;
  readyAt: string;
  customerReference: string;
  instructions: string;
}

const ADDRESS_FIELDS = [
  'company',
  'street',
  'suburb',
  'state',
  'postcode',
  'country',
  'contactName',
  'contactPhone',
] as const;

/** An address of which nothing was typed but the country. */
const emptyAddress = (): AddressEntry => ({
  ...{ company: '', street: '', suburb: '', state: '', postcode: '', country: 'AU' },
  ...{ contactName: '', contactPhone: '' },
});

/** Another item. */
export const emptyItem = (): ItemEntry => ({
  packaging: 'CARTON',
  quantity: '1',
  ...{ description: '', weightKg: '', lengthCm: '', widthCm: '', heightCm: '' },
  isDangerous: false,
  dangerousGoods: { unNumber: '', class: '', packingGroup: '' },
});

/** What the form has at its beginning. */
export const emptyShipment = (): ShipmentEntry => ({
  origin: emptyAddress(),
  destination: emptyAddress(),
  items: [emptyItem()],
  service: 'STANDARD',
  ...{ pickupOn: '', readyAt: '', customerReference: '', instructions: '' },
});

/** An address of the server, to be changed. */
export const addressEntry = (address: FreightAddressFragment): AddressEntry => ({
  ...emptyAddress(),
  ...Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, address[field] ?? ''])),
});
