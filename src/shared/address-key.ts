import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** How much of an IPv6 address tells customers of a network apart; what follows, each of them chooses at will. */
const IPV6_PREFIX = 64;

/**
 * What requests from one client are counted by: an IPv4 address whole, also where IPv6 carries it; an IPv6 address by
 * its /64 network; one key for everything that is no address.
 */
export function addressKey(address: string | null | undefined): string {
  const [bare = ''] = (address ?? '').split('%');
  if (isIP(bare) === 0) return 'unknown';
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_PREFIX}`);
  return `${network.toString()}/${IPV6_PREFIX}`;
}
