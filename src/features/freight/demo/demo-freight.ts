import type { ConnoteStatus } from '../connotes/connote-transitions.js';
import type { QuoteStatus } from '../quotes/quote-rules.js';
import type { Address } from '../shipment/address.js';
import type { ServiceLevel } from '../shipment/shipment.js';

/** The login whose customer the demo freight belongs to, and the one who drives it. */
export const DEMO_CUSTOMER_LOGIN = 'customer1';
export const DEMO_DRIVER_LOGIN = 'driver1';
/** The login of operations that prices and confirms it. */
export const DEMO_STAFF_LOGIN = 'operations1';

/** The customer of the demo freight. */
export const DEMO_CUSTOMER = {
  firstName: 'Casey',
  lastName: 'Nguyen',
  company: 'Acme Beverages',
  email: 'customer1@demo.example',
  phone: '+61 2 5550 1234',
};

/** How many days the open prices stay valid after the seeding. */
export const DEMO_VALID_DAYS = 30;

type Place = keyof typeof PLACES;

/** A connote of the demo. Amounts are in the currency of the settings. */
export interface DemoConnote {
  number: string;
  status: ConnoteStatus;
  from: Place;
  to: Place;
  totalAmount: string;
  service: ServiceLevel;
  weightKg: string;
}

/** A quote of the demo. */
export interface DemoQuote {
  reference: string;
  status: QuoteStatus;
  from: Place;
  to: Place;
  service: ServiceLevel;
  weightKg: string;
  totalAmount: string;
}

const connote = (
  number: string,
  status: ConnoteStatus,
  lane: readonly [Place, Place],
  totalAmount: string,
  goods: readonly [ServiceLevel, string],
): DemoConnote => ({
  number: `CN-TEST-${number}`,
  ...{ status, totalAmount },
  ...{ from: lane[0], to: lane[1], service: goods[0], weightKg: goods[1] },
});

const quote = (
  reference: string,
  status: QuoteStatus,
  lane: readonly [Place, Place],
  goods: readonly [ServiceLevel, string],
  totalAmount: string,
): DemoQuote => ({
  reference: `QT-TEST-${reference}`,
  ...{ status, totalAmount },
  ...{ from: lane[0], to: lane[1], service: goods[0], weightKg: goods[1] },
});

/** A connote in each status. */
export const DEMO_CONNOTES: readonly DemoConnote[] = [
  connote('001', 'DRAFT', ['Sydney', 'Melbourne'], '450.00', ['STANDARD', '150']),
  connote('002', 'CONFIRMED', ['Melbourne', 'Brisbane'], '825.50', ['EXPRESS', '280']),
  connote('003', 'IN_TRANSIT', ['Adelaide', 'Perth'], '1250.00', ['STANDARD', '460']),
  connote('004', 'DELIVERED', ['Hobart', 'Sydney'], '550.75', ['STANDARD', '190']),
  connote('005', 'CANCELLED', ['Darwin', 'Cairns'], '380.00', ['ECONOMY', '120']),
  connote('006', 'PENDING', ['Sydney', 'Adelaide'], '675.00', ['EXPRESS', '210']),
  connote('007', 'ALLOCATED', ['Brisbane', 'Melbourne'], '925.00', ['STANDARD', '330']),
];

/** A quote in each status. */
export const DEMO_QUOTES: readonly DemoQuote[] = [
  quote('001', 'QUOTED', ['Sydney', 'Melbourne'], ['STANDARD', '100'], '300.00'),
  quote('002', 'APPROVED', ['Melbourne', 'Brisbane'], ['EXPRESS', '200'], '550.00'),
  quote('003', 'PENDING', ['Brisbane', 'Sydney'], ['ECONOMY', '300'], '800.00'),
  quote('004', 'EXPIRED', ['Perth', 'Darwin'], ['STANDARD', '400'], '1050.00'),
  quote('005', 'REJECTED', ['Adelaide', 'Hobart'], ['EXPRESS', '500'], '1300.00'),
  quote('006', 'QUOTED', ['Parramatta', 'Geelong'], ['STANDARD', '150'], '450.00'),
  quote('007', 'APPROVED', ['Gold Coast', 'Penrith'], ['EXPRESS', '250'], '700.00'),
];

/** State, postcode and a street of each place. */
const PLACES = {
  Sydney: ['NSW', '2000', '14 Wharf Road'],
  Melbourne: ['VIC', '3000', '220 Dock Street'],
  Brisbane: ['QLD', '4000', '9 Eagle Terrace'],
  Adelaide: ['SA', '5000', '31 Rundle Lane'],
  Perth: ['WA', '6000', '5 Freight Avenue'],
  Hobart: ['TAS', '7000', '77 Harbour Parade'],
  Darwin: ['NT', '0800', '3 Quay Drive'],
  Cairns: ['QLD', '4870', '18 Reef Street'],
  Parramatta: ['NSW', '2150', '60 Factory Street'],
  Geelong: ['VIC', '3220', '2 Bay Road'],
  'Gold Coast': ['QLD', '4217', '101 Surf Parade'],
  Penrith: ['NSW', '2750', '45 River Road'],
} as const;

/** The address of a place in the demo. */
export function demoAddress(suburb: Place): Address {
  const [state, postcode, street] = PLACES[suburb];
  return {
    ...{ suburb, state, postcode, street, country: 'AU' },
    company: `${DEMO_CUSTOMER.company} ${suburb}`,
    contactName: 'Goods in',
    contactPhone: '+61 2 5550 1234',
  };
}

const TO_STATUS: Readonly<Record<ConnoteStatus, readonly ConnoteStatus[]>> = {
  DRAFT: ['DRAFT'],
  PENDING: ['PENDING'],
  CONFIRMED: ['PENDING', 'CONFIRMED'],
  ALLOCATED: ['PENDING', 'CONFIRMED', 'ALLOCATED'],
  IN_TRANSIT: ['PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT'],
  DELIVERED: ['PENDING', 'CONFIRMED', 'ALLOCATED', 'IN_TRANSIT', 'DELIVERED'],
  CANCELLED: ['PENDING', 'CANCELLED'],
};

const TO_QUOTE_STATUS: Readonly<Record<QuoteStatus, readonly QuoteStatus[]>> = {
  PENDING: ['PENDING'],
  QUOTED: ['PENDING', 'QUOTED'],
  APPROVED: ['PENDING', 'QUOTED', 'APPROVED'],
  REJECTED: ['PENDING', 'QUOTED', 'REJECTED'],
  EXPIRED: ['PENDING', 'QUOTED', 'EXPIRED'],
};

/** The statuses that a connote of the demo has been in. */
export const connotePath = (status: ConnoteStatus) => TO_STATUS[status];
/** The statuses that a quote of the demo has been in. */
export const quotePath = (status: QuoteStatus) => TO_QUOTE_STATUS[status];
