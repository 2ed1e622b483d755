import { Slots } from '../../shared/slots.js';

/**
 * The uploads that are in progress on one instance, from the first byte until they are stored: together they can't exhaust
 * the memory, nor one caller take all. A caller may have as many as a proof of delivery has photos, because clients send
 * these at once.
 */
export const uploadSlots = () => new Slots({ total: 24, perCaller: 5 });
