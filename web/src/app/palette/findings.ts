import { linkOptions, type NavigateOptions } from '@tanstack/react-router';
import { customerName } from '../customer-name';
import { laneOf } from '../lane';
import type { PortalFindQuery, Role } from '../operations.generated';

/** Something that the palette leads to. */
export interface Finding {
  /** Unlike any other. */
  key: string;
  label: string;
  /** What tells it from others of the same name. */
  detail?: string;
  link: NavigateOptions;
}

/** What a role may look for. The server decides what they find. */
export const rightsOf = (role: Role) => ({
  customers: role === 'ADMIN' || role === 'OPERATIONS',
  quotes: role === 'ADMIN' || role === 'OPERATIONS' || role === 'CUSTOMER',
  users: role === 'ADMIN',
  inventory: role !== 'DRIVER',
});

type Found<Name extends keyof PortalFindQuery> = NodeOf<NonNullable<PortalFindQuery[Name]>>;
type NodeOf<List> = List extends { nodes: (infer Node)[] } ? Node : never;

/** A connote, at the role's own page of it. */
export function toConnote(role: Role, { id, number, pickup, delivery }: Found<'connotes'>): Finding {
  const shared = { key: id, label: number, detail: laneOf(pickup, delivery) };
  const params = { number };
  if (role === 'CUSTOMER')
    return { ...shared, link: linkOptions({ to: '/customer/bookings/$number', params }) };
  if (role === 'DRIVER') return { ...shared, link: linkOptions({ to: '/driver/connotes/$number', params }) };
  if (role === 'WAREHOUSE')
    return { ...shared, link: linkOptions({ to: '/warehouse/connotes/$number', params }) };
  return { ...shared, link: linkOptions({ to: '/operations/connotes/$number', params }) };
}

/** A quote, at the role's own page of it. */
export function toQuote(role: Role, { id, reference, origin, destination }: Found<'quotes'>): Finding {
  const shared = { key: id, label: reference, detail: laneOf(origin, destination) };
  const params = { reference };
  return role === 'CUSTOMER'
    ? { ...shared, link: linkOptions({ to: '/customer/quotes/$reference', params }) }
    : { ...shared, link: linkOptions({ to: '/operations/quotes/$reference', params }) };
}

/** A customer of the portal. */
export const toCustomer = (customer: Found<'customers'>): Finding => ({
  key: customer.id,
  label: customerName(customer),
  ...(customer.email && { detail: customer.email }),
  link: linkOptions({ to: '/dashboard/customers/$id', params: { id: customer.id } }),
});

/** A login. */
export const toUser = ({ id, username, email }: Found<'portalUsers'>): Finding => ({
  key: id,
  label: username,
  ...(email && { detail: email }),
  link: linkOptions({ to: '/admin/users/$id', params: { id } }),
});

/** The inventory, searched. */
export const toInventory = (label: string, search: string): Finding => ({
  key: 'inventory',
  label,
  link: linkOptions({ to: '/inventory', search: { q: search } }),
});
