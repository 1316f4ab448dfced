import { isPrivate, rangeOf } from '@/lib/network/range'
import type { Lookup } from '../read/facts'

export const isPrivateAddress = (address: string): boolean => {
  const range = rangeOf(address)
  return range !== undefined && isPrivate(range)
}

/** Resolvers by their address. */
export type ResolverSort = 'vpc' | 'own' | 'public' | 'unknown'

const publicResolvers = /^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02])$/

/**
 * The resolver of a VPC answers at 169.254.169.253 and at the second address of the VPC's block:
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export function resolverSort(lookup: Lookup): ResolverSort {
  const { resolver, resolverName } = lookup
  if (resolver === undefined) return 'unknown'
  if (resolver === '169.254.169.253' || resolver.toLowerCase() === 'fd00:ec2::253') return 'vpc'
  if (publicResolvers.test(resolver)) return 'public'
  if (/^127\.|^::1$/.test(resolver)) return 'unknown'
  if (resolverName !== undefined && /\.\w/.test(resolverName) && !/^unknown$/i.test(resolverName))
    return /\.(?:compute\.internal|ec2\.internal)$/.test(resolverName) ? 'vpc' : 'own'
  // A router at home or a domain controller stands at .1, .10, .53; blocks of VPCs begin at a multiple of 16.
  const last = Number(/\.(\d+)$/.exec(resolver)?.[1] ?? Number.NaN)
  if (isPrivateAddress(resolver) && last % 16 === 2 && !/^192\.168\./.test(resolver)) return 'vpc'
  return isPrivateAddress(resolver) ? 'own' : 'public'
}
