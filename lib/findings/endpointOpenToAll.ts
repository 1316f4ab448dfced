import { vpcEndpoints } from '@/lib/network/perDocument'
import { endpointPoints, internetPoint } from '@/lib/network/point'
import { groupsAdmit } from '@/lib/network/securityGroups'
import { link } from '@/lib/trace/check'
import { endpointGroup, put } from './example'
import { defineRule } from './rule'

const from = (cidr: string) => [
  put([endpointGroup, 'ipPermissions'], [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: [cidr] }]),
]

export const endpointOpenToAll = defineRule(
  {
    id: 'endpoint-open-to-all',
    title: 'An endpoint that admits every address',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html',
    says: {
      open: '{group} of {endpoint} admits port 443 from every address: whatever is peered or attached to its VPC, now or later, gets in. Admit the networks of the callers.',
    },
    bad: { open: { template: 'private-api', patch: from('0.0.0.0/0') } },
    good: { template: 'private-api', patch: from('10.0.0.0/8') },
  },
  function* (doc, found) {
    for (const [id] of vpcEndpoints(doc)) {
      const points = endpointPoints(doc, id)
      const [point] = points.known ? points.value : []
      const fact = point && groupsAdmit(doc, point, 'in', internetPoint('everybody'), 443)
      if (fact?.verdict !== 'pass' || fact.group === undefined || fact.rule === undefined) continue
      const fill = { group: link(doc, fact.group, fact.rule), endpoint: link(doc, id) }
      yield found('open', { resource: fact.group, path: fact.rule, fill })
    }
  },
)
