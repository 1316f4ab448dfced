import type { ResourceOf } from '@/lib/topology/document'

/**
 * Whether targets see the caller's address instead of the node's: on by default for instances, off for addresses over
 * TCP and TLS, always on for UDP and QUIC
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html).
 */
export function preservesClientAddress(group: ResourceOf<'targetGroup'>): boolean {
  if (group.targetType === 'alb') return true
  if (!['TCP', 'TLS'].includes(group.protocol)) return true
  const set = group.attributes?.['preserve_client_ip.enabled']
  return set === undefined ? group.targetType === 'instance' : set === 'true'
}
