import type { DataSource } from 'typeorm';
import { limitedRead } from '../../../db/limited-read.js';
import { patternOf } from '../../../db/where-words.js';
import { searchWords } from '../../../shared/search-words.js';
import type { FreightScope } from '../freight-scope.js';
import type { Address } from '../shipment/address.js';

/** Which addresses to read. */
export interface RecentAddressQuery {
  search: string | null;
  /** Null for those of all customers in scope. */
  customerId: string | null;
  first: number;
}

/** How many of the newest quotes, and of the newest connotes, the addresses are taken from. */
export const MAX_SHIPMENTS = 1_000;

/** Whether every word of the search occurs in an address. The text leaves out the names of its JSON fields. */
const matches = (address: string) => `lower(concat_ws(' ', ${address} ->> 'company', ${address} ->> 'street',
  ${address} ->> 'suburb', ${address} ->> 'state', ${address} ->> 'postcode', ${address} ->> 'contactName'))
  like all (select lower(pattern) from unnest($2::text[]) pattern)`;

/** Of one customer, only shipments that match count: those of all customers are too many to search. */
const shipments = (table: string, origin: string, destination: string) => `
  (select ${origin} as first_place, ${destination} as second_place, created_at from ${table}
   where $1::uuid is null or (customer_id = $1 and (${matches(origin)} or ${matches(destination)}))
   order by created_at desc limit ${MAX_SHIPMENTS})`;

/** An address counts once, whoever the contact was. */
const RECENT = `
  with shipment as (
    ${shipments('quote', 'origin', 'destination')} union all ${shipments('connote', 'pickup', 'delivery')}
  ), place as (
    select first_place as address, created_at from shipment
    union all select second_place, created_at from shipment
  ), newest as (
    select distinct on (address - 'contactName' - 'contactPhone') address, created_at from place
    where ${matches('address')}
    order by address - 'contactName' - 'contactPhone', created_at desc
  )
  select address from newest order by created_at desc, address limit $3`;

/** The addresses of quotes and connotes. */
export class RecentAddressStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Distinct addresses, most recently used first. None if the customer is not in scope. */
  async list(scope: FreightScope, { search, customerId, first }: RecentAddressQuery): Promise<Address[]> {
    const whose = customerIn(scope, customerId);
    if (whose === 'NONE') return [];
    const patterns = searchWords(search).map(patternOf);
    const rows = await limitedRead<{ address: Address }[]>(this.dataSource, (runner) =>
      runner.query(RECENT, [whose, patterns, first]),
    );
    return rows.map(({ address }) => address);
  }
}

/** The customer to read, null for all customers, or NONE. */
function customerIn(scope: FreightScope, customerId: string | null): string | null | 'NONE' {
  if (scope.kind === 'ALL') return customerId;
  if (scope.kind !== 'CUSTOMER') return 'NONE';
  return customerId === null || customerId === scope.customerId ? scope.customerId : 'NONE';
}
