import { meaningOf } from '@/lib/network/targets'
import { resourceOf, type Target, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { addressCheck } from '@/lib/trace/target/address'
import { change, endpointTargets } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

/** Registered addresses outlive what they belonged to. */
export const staleTargets = defineRule(
  {
    id: 'stale-targets',
    title: 'Targets that are no longer there',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    says: {
      moved:
        '{group} sends to {address}, which was meant to be {holder} and is not any more: that is at {now}. An endpoint or task that is made again has new addresses; register {now} instead.',
      nobody:
        '{group} sends to {address}, an address that nobody has: calls that go there get no answer. Register what is there now.',
    },
    bad: {
      moved: { template: 'two-api-chain', patch: [change([endpointTargets, 'targets', '0', 'id'], '10.0.0.99')] },
      nobody: {
        template: 'two-api-chain',
        patch: [change([endpointTargets, 'targets', '0'], { id: '10.0.0.99', port: 443 })],
      },
    },
    good: { template: 'two-api-chain', patch: [] },
  },
  function* (doc, found) {
    for (const { group, balancer, fact, tg } of forwards(doc)) {
      for (const { target, at, point } of fact.used) {
        const now = presentAddress(doc, target)
        const path = `/targets/${at}/id`
        const address = target.id ?? ''
        const fill = { group: link(doc, group, path), address, balancer: link(doc, balancer) }
        if (now && target.id !== undefined && now.address !== target.id) {
          const taken = tg.targets.some((t) => t.id === now.address)
          const patch = [
            { op: 'replace' as const, path: pointer(['resources', group, 'targets', at, 'id']), value: now.address },
          ]
          const fix = taken ? {} : { fix: { label: `Register ${now.address} instead of ${target.id}`, patch } }
          const words = { ...fill, now: now.address, holder: link(doc, now.holder) }
          yield found('moved', { resource: group, path, fill: words, ...fix })
        } else if (!point && target.id !== undefined && fact.reason !== 'not-visible') {
          const checked = addressCheck(doc, group, [{ target, at, port: 0 }], true)
          if (checked.verdict === 'fail') yield found('nobody', { resource: group, path, fill })
        }
      }
    }
  },
)

/** The address that what a target is meant to be has now. */
function presentAddress(doc: TopologyDocument, { of }: Target): { address: string; holder: string } | undefined {
  const { endpoint, subnet, service, task } = meaningOf(of)
  const at = resourceOf(doc, endpoint, 'vpcEndpoint')?.networkInterfaces.find((i) => i.subnet === subnet)
  if (endpoint !== undefined && at?.privateIpAddress !== undefined)
    return { address: at.privateIpAddress, holder: endpoint }
  const running = resourceOf(doc, service, 'ecsService')?.tasks.find((t) => t.id === task)
  return running && service !== undefined ? { address: running.privateIpAddress, holder: service } : undefined
}
