import { z } from 'zod';
import { CONNOTE_STATUSES } from '../../features/freight/connotes/connote-transitions.js';
import {
  type TrackingDependencies,
  trackByLink,
  trackByNumber,
} from '../../features/freight/tracking/track-shipment.js';
import type { TrackedShipment } from '../../features/freight/tracking/tracking.store.js';
import { type ApiOperation, answerWith, operation } from './operation.js';

const place = z.object({ suburb: z.string(), state: z.string() });
const time = z.iso.datetime();

/** A shipment as anybody may track it. */
const shipmentSchema = z.object({
  number: z.string(),
  status: z.enum(CONNOTE_STATUSES),
  from: place,
  to: place,
  estimatedDeliveryOn: z.iso.date().nullable(),
  deliveredAt: time.nullable(),
  events: z
    .array(z.object({ status: z.enum([...CONNOTE_STATUSES, 'ATTEMPTED']), at: time }))
    .describe('The status after each step, and ATTEMPTED for a failed delivery; oldest first.'),
});

const text = (maxLength: number, what: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{C}]*$/u, 'wanted text without control characters')
    .describe(what);

const shared = {
  method: 'get',
  requires: null,
  body: null,
  answers: { 200: { description: 'The shipment.', name: 'TrackedShipment', schema: shipmentSchema } },
} as const;

/** The REST operations to track a shipment, open to anyone. */
export function tracking(dependencies: TrackingDependencies): ApiOperation[] {
  return [
    operation({
      ...shared,
      path: '/track/{token}',
      id: 'trackByLink',
      summary: 'Returns the shipment that a tracking link leads to.',
      params: z.strictObject({ token: text(100, 'The last part of the link.') }),
      problems: { 404: 'There is no shipment at this link.' },
      handle: async ({ params: { token } }) => answerWith(200, shown(await trackByLink(dependencies, token))),
    }),
    operation({
      ...shared,
      path: '/track',
      id: 'trackByNumber',
      summary:
        'Returns the shipment with this number, to those who know the postcode that it is delivered in.',
      params: z.strictObject({}),
      query: z.strictObject({
        number: text(40, 'The number of the connote, such as CN-000001.'),
        postcode: text(12, 'The postcode that it is delivered in.'),
      }),
      problems: { 404: 'No shipment has this number and postcode.' },
      handle: async ({ query, network }) =>
        answerWith(200, shown(await trackByNumber(dependencies, query, network))),
    }),
  ];
}

const shown = ({ deliveredAt, events, ...shipment }: TrackedShipment) => ({
  ...shipment,
  deliveredAt: deliveredAt?.toISOString() ?? null,
  events: events.map(({ status, at }) => ({ status, at: at.toISOString() })),
});
