import type { DataSource } from 'typeorm';
import type { ConnoteStatus } from '../connotes/connote-transitions.js';

/** A place as everybody may know it. */
export interface TrackedPlace {
  suburb: string;
  state: string;
}

/** What anybody with the link may know of a shipment: no names, streets, amounts or notes. */
export interface TrackedShipment {
  number: string;
  status: ConnoteStatus;
  from: TrackedPlace;
  to: TrackedPlace;
  estimatedDeliveryOn: string | null;
  deliveredAt: Date | null;
  /** The status after each step, and failed deliveries as ATTEMPTED; oldest first. */
  events: { status: ConnoteStatus | 'ATTEMPTED'; at: Date }[];
}

interface Row extends Omit<TrackedShipment, 'events' | 'from' | 'to'> {
  fromSuburb: string;
  fromState: string;
  toSuburb: string;
  toState: string;
  events: { status: ConnoteStatus | 'ATTEMPTED'; at: string }[];
}

/** Reads shipments for those who track them. Only these columns leave the database. */
const SELECT = `
  select c.number, c.status, c.estimated_delivery_on::text as "estimatedDeliveryOn", c.delivered_at as "deliveredAt",
    c.pickup ->> 'suburb' as "fromSuburb", c.pickup ->> 'state' as "fromState",
    c.delivery ->> 'suburb' as "toSuburb", c.delivery ->> 'state' as "toState",
    coalesce((
      select jsonb_agg(jsonb_build_object(
        'status', case when e.kind = 'ATTEMPT' then 'ATTEMPTED' else e.to_status end,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.at, e.ordinal)
      from connote_event e where e.connote_id = c.id and e.kind in ('STATUS', 'ATTEMPT')
    ), '[]') as events
  from connote c`;

/** Shipments as they are tracked. */
export class TrackingStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The shipment with this tracking token; null if there is none. */
  async byToken(token: string): Promise<TrackedShipment | null> {
    const [row] = await this.dataSource.query<Row[]>(`${SELECT} where c.tracking_token = $1`, [token]);
    return row ? toShipment(row) : null;
  }

  /** The shipment with this number that is delivered in this postcode; null if there is none. */
  async byNumber(number: string, postcode: string): Promise<TrackedShipment | null> {
    const [row] = await this.dataSource.query<Row[]>(
      `${SELECT} where c.number = $1 and c.delivery ->> 'postcode' = $2`,
      [number, postcode],
    );
    return row ? toShipment(row) : null;
  }
}

function toShipment({ fromSuburb, fromState, toSuburb, toState, events, ...shown }: Row): TrackedShipment {
  return {
    ...shown,
    from: { suburb: fromSuburb, state: fromState },
    to: { suburb: toSuburb, state: toState },
    events: events.map(({ status, at }) => ({ status, at: new Date(at) })),
  };
}
