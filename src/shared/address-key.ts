import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The length of the network part of an IPv6 address, in bits. A client chooses the remaining bits freely. */
const IPV6_PREFIX = 64;

/**
 * The key that rate limits count a client by: the whole address for IPv4 (also if mapped into IPv6), the /64 network
 * for IPv6, and one shared key for anything that is not an address.
 */
export function addressKey(address: string | null | undefined): string {
  const [bare = ''] = (address ?? '').split('%');
  if (isIP(bare) === 0) return 'unknown';
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_PREFIX}`);
  return `${network.toString()}/${IPV6_PREFIX}`;
}
