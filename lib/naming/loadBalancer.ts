import { isRegion, splitSuffix, suffixOf } from './suffix'

/**
 * DNS names of load balancers. A Network Load Balancer puts `elb` before the region, an Application Load Balancer
 * behind it: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#dns-name
 */
export interface LoadBalancerName {
  type: 'network' | 'application'
  /** Name and hash as AWS joined them, without `internal-` and without the zone. */
  label: string
  internal?: true
  /** The Availability Zone of a zonal name (network only). */
  zone?: string
  region: string
  suffix: string
  suffixFits: boolean
}

/** Reads a lower-case name without port or trailing dot; undefined when it is no load balancer's. */
export function parseLoadBalancer(name: string): LoadBalancerName | undefined {
  const split = splitSuffix(name)
  if (!split) return undefined
  const [last, before, ...rest] = [...split.labels].reverse()
  if (last === undefined || before === undefined) return undefined
  const network = before === 'elb' && isRegion(last)
  const application = last === 'elb' && isRegion(before)
  const [label, zone, ...more] = rest
  if ((!network && !application) || label === undefined || more.length > 0) return undefined
  if (zone !== undefined && application) return undefined
  const region = network ? last : before
  return {
    type: network ? 'network' : 'application',
    label: application ? label.replace(/^internal-/, '') : label,
    ...(label.startsWith('internal-') && application ? { internal: true } : {}),
    ...(zone === undefined ? {} : { zone }),
    region,
    suffix: split.suffix,
    suffixFits: suffixOf(region) === split.suffix,
  }
}

export const networkLoadBalancerHost = (name: string, hash: string, region: string, zone?: string): string =>
  `${zone === undefined ? '' : `${zone}.`}${name}-${hash}.elb.${region}.${suffixOf(region)}`

export const applicationLoadBalancerHost = (name: string, hash: string, region: string, internal = true): string =>
  `${internal ? 'internal-' : ''}${name}-${hash}.${region}.elb.${suffixOf(region)}`
