import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that lead inside: this machine, its network, the cloud's own services; and those that hide an IPv4. */
const inside = new BlockList()
const INSIDE_4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [net, prefix] of INSIDE_4) inside.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(net, prefix, 'ipv6')

/** The part of IPv6 that is given to public networks. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** True for an IP address that the public internet leads to. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inside.check(address, 'ipv4')
  return version === 6 && global6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/** An address that is not fetched; the message is in French. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} est une adresse privée. Ajoutez --allow-private si elle est bien la vôtre.`)
    this.name = 'PrivateAddressError'
  }
}

/**
 * `lookup` of a connection: the very addresses it connects to are those checked, so that a name cannot change its
 * mind in between. Refuses a host as soon as one of its addresses leads inside.
 */
export const lookupPublic: LookupFunction = (host, options, done) => {
  resolvePublic(host, options.family).then(
    (addresses) => {
      const [first] = addresses
      if (options.all) done(null, addresses)
      else done(null, first?.address ?? '', first?.family)
    },
    (error: NodeJS.ErrnoException) => done(error, []),
  )
}

async function resolvePublic(host: string, family: unknown): Promise<LookupAddress[]> {
  const addresses = await lookup(host, { all: true, family: family === 4 || family === 6 ? family : 0 })
  if (addresses.some(({ address }) => !isPublicAddress(address))) throw new PrivateAddressError(host)
  return addresses
}
