import type { DataSource } from 'typeorm';
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

/** How many of the newest quotes and connotes are looked at: the address book of a large customer isn't read whole. */
const MAX_SHIPMENTS = 1_000;

/**
 * An address counts once, whoever the contact was. Its text for the search leaves out the names of its JSON fields.
 */
const RECENT = `
  with shipment as (
    (select origin as first_place, destination as second_place, created_at from quote
     where $1::uuid is null or customer_id = $1 order by created_at desc limit ${MAX_SHIPMENTS})
    union all
    (select pickup, delivery, created_at from connote
     where $1::uuid is null or customer_id = $1 order by created_at desc limit ${MAX_SHIPMENTS})
  ), place as (
    select first_place as address, created_at from shipment
    union all select second_place, created_at from shipment
  ), newest as (
    select distinct on (address - 'contactName' - 'contactPhone') address, created_at from place
    where not exists (
      select from unnest($2::text[]) pattern
      where concat_ws(' ', address ->> 'company', address ->> 'street', address ->> 'suburb', address ->> 'state',
        address ->> 'postcode', address ->> 'contactName') not ilike pattern escape '\\'
    )
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
    const patterns = searchWords(search).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const rows = await this.dataSource.query<{ address: Address }[]>(RECENT, [whose, patterns, first]);
    return rows.map(({ address }) => address);
  }
}

/** The customer to read, null for all customers, or NONE. */
function customerIn(scope: FreightScope, customerId: string | null): string | null | 'NONE' {
  if (scope.kind === 'ALL') return customerId;
  if (scope.kind !== 'CUSTOMER') return 'NONE';
  return customerId === null || customerId === scope.customerId ? scope.customerId : 'NONE';
}
