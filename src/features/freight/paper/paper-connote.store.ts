import type { DataSource } from 'typeorm';
import { CustomerRecord } from '../../customers/customer.entity.js';
import { PortalUserRecord } from '../../users/portal-user.entity.js';
import { ConnoteRecord } from '../connotes/connote.entity.js';
import { type FreightScope, restrictConnotes } from '../freight-scope.js';

/** A connote with the names that are printed on its paper. */
export interface PrintableConnote {
  connote: ConnoteRecord;
  /** The company, or else the person. */
  customerName: string;
  driverName: string | null;
}

/** Connotes as they are printed. */
export class PaperConnoteStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A connote in scope; null if there is none. */
  async find(scope: FreightScope, id: string): Promise<PrintableConnote | null> {
    const query = this.dataSource
      .getRepository(ConnoteRecord)
      .createQueryBuilder('c')
      .innerJoin(CustomerRecord, 'customer', 'customer.id = c.customer_id')
      .leftJoin(PortalUserRecord, 'driver', 'driver.id = c.driver_id')
      .addSelect(
        "coalesce(customer.company, concat_ws(' ', customer.first_name, customer.last_name))",
        'customer_name',
      )
      .addSelect('coalesce(driver.display_name, driver.username)', 'driver_name')
      .where('c.id = :id', { id });
    const { entities, raw } = await restrictConnotes(query, scope, 'c').getRawAndEntities<{
      customer_name: string;
      driver_name: string | null;
    }>();
    const [connote] = entities;
    const [names] = raw;
    return connote && names
      ? { connote, customerName: names.customer_name, driverName: names.driver_name }
      : null;
  }
}
