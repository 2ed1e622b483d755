/** Where goods are picked up or delivered. */
export interface PaperAddress {
  company: string | null;
  street: string | null;
  suburb: string;
  state: string;
  postcode: string | null;
  country: string;
  contactName: string | null;
  contactPhone: string | null;
}

/** What makes an item dangerous goods, by the UN Model Regulations. */
export interface PaperDangerousGoods {
  /** Four digits, with or without "UN" in front. */
  unNumber: string;
  class: string;
  packingGroup: string | null;
}

/** A line of a connote: `quantity` units that are alike. Weight (kg) and dimensions (cm) are those of one unit. */
export interface PaperItem {
  description: string | null;
  packaging: 'CARTON' | 'PALLET' | 'SKID' | 'CRATE' | 'DRUM' | 'OTHER';
  quantity: number;
  weightKg: string;
  lengthCm: string | null;
  widthCm: string | null;
  heightCm: string | null;
  dangerousGoods: PaperDangerousGoods | null;
}

/** All that is printed of a connote. Decimals are text and are printed as they are; dates are YYYY-MM-DD. */
export interface PaperConnote {
  /** ASCII, because it is printed as Code 128. */
  number: string;
  status: string;
  service: string;
  customerName: string;
  customerReference: string | null;
  pickup: PaperAddress;
  delivery: PaperAddress;
  items: readonly PaperItem[];
  weightKg: string;
  cubicWeightKg: string | null;
  chargeableWeightKg: string | null;
  pickupOn: string | null;
  estimatedDeliveryOn: string | null;
  instructions: string | null;
  trackingUrl: string;
  driverName: string | null;
  /** `color` is #RRGGBB. */
  brand: { name: string; color: string };
  printedAt: Date;
}

/** One piece of freight: the label "2 of 3" is on the second of three. Without items, the connote is one unit. */
export interface PaperUnit {
  position: number;
  item: PaperItem | null;
}

/** The units of a connote, in the order of its items. */
export function unitsOf(connote: Pick<PaperConnote, 'items'>): PaperUnit[] {
  const items = connote.items.flatMap((item) => Array.from({ length: item.quantity }, () => item));
  return (items.length > 0 ? items : [null]).map((item, index) => ({ position: index + 1, item }));
}

/** Dangerous goods as transport documents name them: "UN1203 · Class 3 · PG II". */
export function describeDangerousGoods(goods: PaperDangerousGoods): string {
  const parts = [`UN${goods.unNumber.replace(/^UN\s*/i, '')}`, `Class ${goods.class}`];
  return [...parts, ...(goods.packingGroup ? [`PG ${goods.packingGroup}`] : [])].join(' · ');
}

/** "Sydney NSW 2000": the line by which freight is sorted. */
export function localityOf(address: PaperAddress): string {
  return [address.suburb, address.state, address.postcode].filter(Boolean).join(' ');
}

/** "120 × 80 × 100 cm", or null if a dimension is missing. */
export function dimensionsOf(item: PaperItem): string | null {
  const { lengthCm, widthCm, heightCm } = item;
  return lengthCm && widthCm && heightCm ? `${lengthCm} × ${widthCm} × ${heightCm} cm` : null;
}
