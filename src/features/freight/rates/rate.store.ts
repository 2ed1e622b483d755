import type { DataSource } from 'typeorm';
import type { Tx } from '../../../db/in-transaction.js';
import type { ServiceLevel } from '../shipment/shipment.js';
import { RateRecord } from './rate.entity.js';

/** What decides which rates apply to a shipment. */
export interface RatedShipment {
  service: ServiceLevel;
  currency: string;
}

/** The rate card. */
export class RateStore {
  constructor(private readonly dataSource: DataSource) {}

  /** All rates, or those of a service: by service, then the latest first. */
  list(service: ServiceLevel | null): Promise<RateRecord[]> {
    return this.dataSource.getRepository(RateRecord).find({
      where: service === null ? {} : { service },
      order: { service: 'ASC', validFrom: 'DESC', originState: 'ASC', destinationState: 'ASC', id: 'ASC' },
    });
  }

  /** The rates that are valid on a day for the services and currencies of these shipments. */
  validOn(day: string, shipments: readonly RatedShipment[]): Promise<RateRecord[]> {
    return this.dataSource
      .getRepository(RateRecord)
      .createQueryBuilder('r')
      .where('r.valid_from <= :day and (r.valid_until is null or r.valid_until >= :day)', { day })
      .andWhere('(r.service, r.currency) in (select * from unnest(:services::text[], :currencies::text[]))', {
        services: shipments.map(({ service }) => service),
        currencies: shipments.map(({ currency }) => currency),
      })
      .getMany();
  }

  /** Reads a rate and locks it until the end of the transaction; null if there is none. */
  lock(tx: Tx, id: string): Promise<RateRecord | null> {
    return tx.findOne(RateRecord, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  save(tx: Tx, rate: RateRecord): Promise<RateRecord> {
    return tx.save(RateRecord, rate);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.delete(RateRecord, { id });
  }
}
