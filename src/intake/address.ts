import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by its range, but answered by the cloud that a machine runs in (Azure's wire server). */
const CLOUD_ADDRESSES: ReadonlySet<string> = new Set(['168.63.129.16']);

/** What is given out of IPv6 so far; ranges outside it are not routed, or stand for IPv4 ones. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address, in the usual spelling, is one of the public internet: `93.184.215.14` is;
 * `10.0.0.1`, `169.254.169.254`, `::1`, `::ffff:10.0.0.1` and `64:ff9b::a00:1` are not. What has a
 * special purpose in IANA's registries (RFC 6890 and its kin) is not, whatever that purpose is.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || CLOUD_ADDRESSES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

/** Names of machines that are near: special-use domains (RFC 6761, 6762, 7686, 8375) and habits. */
const NEAR_NAME =
  /(?:^|\.)(?:local|internal|localhost|localdomain|onion|lan|intranet|corp|home|home\.arpa)$/u;

/**
 * Whether a host's name, as `URL` gives it, can be one of the public internet. `router`, `nas.local`
 * and `metadata.google.internal` cannot; addresses, `[::1]` too, are left to `isPublicAddress`.
 */
export function isPublicName(host: string): boolean {
  if (literalOf(host) !== undefined) return true;
  const name = host.replace(/\.$/u, '');
  return name.includes('.') && !NEAR_NAME.test(name);
}

/** The address that a host is written as: `[::1]` → `::1`; undefined for a name. */
export function literalOf(host: string): string | undefined {
  const bare = host.replace(/^\[(.*)\]$/u, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}
