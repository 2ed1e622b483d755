import type { Address } from '../shipment/address.js';
import type { DangerousGoods, FreightItem } from '../shipment/freight-item.js';

/** All that is printed of a connote. Decimals are text and are printed as they are; dates are YYYY-MM-DD. */
export interface PaperConnote {
  /** ASCII, because it is printed as Code 128. */
  number: string;
  status: string;
  service: string;
  customerName: string;
  customerReference: string | null;
  pickup: Address;
  delivery: Address;
  items: readonly FreightItem[];
  weightKg: string;
  cubicWeightKg: string | null;
  chargeableWeightKg: string;
  pickupOn: string | null;
  estimatedDeliveryOn: string | null;
  instructions: string | null;
  trackingUrl: string;
  driverName: string | null;
  /** `color` is #RRGGBB. */
  brand: { name: string; color: string };
  /** Null until it is delivered. */
  deliveredAt: Date | null;
  /** In which times are printed. */
  timeZone: string;
  printedAt: Date;
}

/** One piece of freight: the label "2 of 3" is on the second of three. Without items, the connote is one unit. */
export interface PaperUnit {
  position: number;
  item: FreightItem | null;
}

/** The units of a connote, in the order of its items. */
export function unitsOf(connote: Pick<PaperConnote, 'items'>): PaperUnit[] {
  const items = connote.items.flatMap((item) => Array.from({ length: item.quantity }, () => item));
  return (items.length > 0 ? items : [null]).map((item, index) => ({ position: index + 1, item }));
}

/** Dangerous goods as transport documents name them: "UN1203 · Class 3 · PG II". */
export function describeDangerousGoods(goods: DangerousGoods): string {
  const parts = [goods.unNumber, `Class ${goods.class}`];
  return [...parts, ...(goods.packingGroup ? [`PG ${goods.packingGroup}`] : [])].join(' · ');
}

/** "120 × 80 × 100 cm", or null if a dimension is missing. */
export function dimensionsOf(item: FreightItem): string | null {
  const { lengthCm, widthCm, heightCm } = item;
  return lengthCm && widthCm && heightCm ? `${lengthCm} × ${widthCm} × ${heightCm} cm` : null;
}
