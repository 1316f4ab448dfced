import type { Target } from '@/lib/topology/document'
import { isOf, type ResourceOf, resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { titleOf } from '../titleOf'
import type { Ends, Joiner, Link } from './link'

/** A load balancer listens on a port and hands on to a target group. */
export const balancerToTargets: Joiner = {
  from: 'loadBalancer',
  to: 'targetGroup',
  links: ({ document, from, to, source, target }) => {
    if (!isOf(source, 'loadBalancer') || !isOf(target, 'targetGroup')) return []
    if (source.vpc !== target.vpc)
      return `${titleOf(document, to)} stands in another VPC than ${titleOf(document, from)}: a load balancer reaches target groups of its own VPC alone.`
    const used = new Set(source.listeners.map(({ port }) => port))
    const free = [target.port, 80, 443].find((port) => !used.has(port)) ?? target.port + 1
    return [
      {
        id: 'listener',
        title: 'Listener',
        asks: [{ id: 'port', title: 'Port it listens on', shape: { type: 'number', format: 'port' }, value: free }],
        make: ({ port = free }) => ({
          label: `Forward port ${port} of ${titleOf(document, from)} to ${titleOf(document, to)}`,
          patch: [
            {
              op: 'replace',
              path: pointer(['resources', from, 'listeners']),
              value: [
                ...source.listeners.filter((each) => each.port !== port),
                {
                  protocol: source.type === 'network' ? 'TCP' : 'HTTP',
                  port,
                  default: { type: 'forward', targetGroups: [{ targetGroup: to }] },
                },
              ],
            },
          ],
        }),
      },
    ]
  },
}

const register = (
  ends: Ends,
  group: ResourceOf<'targetGroup'>,
  more: Target[],
  also: Link['make'] | undefined,
): Link => ({
  id: 'targets',
  title: 'Targets',
  asks: [],
  make: (answers) => ({
    label: `Register ${titleOf(ends.document, ends.to)} in ${titleOf(ends.document, ends.from)}`,
    patch: [
      {
        op: 'replace',
        path: pointer(['resources', ends.from, 'targets']),
        value: [...group.targets, ...more],
      },
      ...(also?.(answers).patch ?? []),
    ],
  }),
})

const healthy = { state: 'healthy' }

const zoneOf = ({ document }: Ends, subnet: string) => {
  const availabilityZone = resourceOf(document, subnet, 'subnet')?.availabilityZone
  return availabilityZone === undefined ? {} : { availabilityZone }
}

export const targetsToService: Joiner = {
  from: 'targetGroup',
  to: 'ecsService',
  links: (ends) => {
    const { from, to, source, target } = ends
    if (!isOf(source, 'targetGroup') || !isOf(target, 'ecsService')) return []
    if (target.loadBalancers.some((each) => each.targetGroup === from))
      return `${titleOf(ends.document, to)} is registered there already.`
    const { port } = source
    const more = target.tasks.map(
      (task): Target => ({
        id: task.privateIpAddress,
        port,
        ...zoneOf(ends, task.subnet),
        of: { ecsService: to, task: task.id },
        health: healthy,
      }),
    )
    return [
      register(ends, source, more, () => ({
        label: '',
        patch: [
          {
            op: 'replace',
            path: pointer(['resources', to, 'loadBalancers']),
            value: [...target.loadBalancers, { targetGroup: from, containerName: to, containerPort: port }],
          },
        ],
      })),
    ]
  },
}

export const targetsToEndpoint: Joiner = {
  from: 'targetGroup',
  to: 'vpcEndpoint',
  links: (ends) => {
    const { to, source, target } = ends
    if (!isOf(source, 'targetGroup') || !isOf(target, 'vpcEndpoint')) return []
    const more = target.networkInterfaces.map(
      ({ subnet, privateIpAddress }): Target => ({
        ...(privateIpAddress === undefined ? {} : { id: privateIpAddress }),
        port: source.port,
        ...zoneOf(ends, subnet),
        of: { vpcEndpoint: to, subnet },
        health: healthy,
      }),
    )
    return [register(ends, source, more, undefined)]
  },
}

export const targetsToInstance: Joiner = {
  from: 'targetGroup',
  to: 'instance',
  links: (ends) => {
    const { to, source, target } = ends
    if (!isOf(source, 'targetGroup') || !isOf(target, 'instance')) return []
    const id = source.targetType === 'instance' ? (target.physicalId ?? to) : target.privateIpAddress
    const more: Target = {
      id,
      port: source.port,
      ...zoneOf(ends, target.subnet),
      of: { instance: to },
      health: healthy,
    }
    return [register(ends, source, [more], undefined)]
  },
}

/** A target group of an application load balancer holds that one alone
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html). */
export const targetsToBalancer: Joiner = {
  from: 'targetGroup',
  to: 'loadBalancer',
  links: (ends) => {
    const { document, from, to, source, target } = ends
    if (!isOf(source, 'targetGroup') || !isOf(target, 'loadBalancer')) return []
    if (source.targetType !== 'alb' || target.type !== 'application')
      return `${titleOf(document, from)} takes targets of type ${source.targetType}; an application load balancer wants a target group of type alb.`
    const more: Target = { id: target.arn ?? to, port: source.port, of: { loadBalancer: to }, health: healthy }
    return [register(ends, source, [more], undefined)]
  },
}
