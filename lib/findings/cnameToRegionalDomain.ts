import { nameOf } from '@/lib/naming/host'
import { resolve } from '@/lib/network/dns'
import { hostedZones, vpcEndpoints } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { put } from './example'
import { defineRule } from './rule'

const target = 'd-a1b2c3d4e5.execute-api.cn-northwest-1.amazonaws.com.cn'
const zone = (record: unknown) => ({
  template: 'private-api',
  patch: [
    put(['Z0EXAMPLE'], {
      kind: 'hostedZone',
      physicalId: 'Z0EXAMPLE',
      zoneName: 'example.com',
      vpcs: [],
      records: [record],
    }),
  ],
})

/** The resolver of the VPC looks up what a CNAME points to; an alias record is answered by Route 53 itself. */
export const cnameToRegionalDomain = defineRule(
  {
    id: 'cname-to-regional-domain',
    title: 'A CNAME that private DNS leads to the endpoint',
    severity: 'medium',
    docs: 'https://repost.aws/knowledge-center/api-gateway-vpc-connections',
    says: {
      cname:
        '{name} in {zone} is a CNAME to {target}, and in {vpc} private DNS of {endpoint} answers for that: its callers there meet the endpoint, which knows no {name}. Make it an alias record.',
    },
    bad: { cname: zone({ name: 'api.example.com', type: 'CNAME', values: [target] }) },
    good: zone({ name: 'api.example.com', type: 'A', aliasTo: target }),
  },
  function* (doc, found) {
    for (const [id, { vpcs, records }] of hostedZones(doc))
      for (const [at, { name, type, values = [] }] of records.entries()) {
        const [value] = values
        const named = value === undefined ? undefined : nameOf(value)
        if (type.toUpperCase() !== 'CNAME' || named?.of !== 'execute-api' || named.form !== 'domain-target') continue
        for (const [endpoint, { vpc }] of vpcEndpoints(doc)) {
          if (vpcs.length > 0 && !vpcs.includes(vpc)) continue
          const answer = resolve(doc, { in: { vpc } }, value ?? '')
          if (answer.reason !== 'private-dns' || answer.about !== endpoint) continue
          const path = `/records/${at}`
          const fill = {
            name,
            zone: link(doc, id, path),
            target: value ?? '',
            vpc: link(doc, vpc),
            endpoint: link(doc, endpoint, '/privateDnsEnabled'),
          }
          yield found('cname', { resource: id, path, fill })
        }
      }
  },
)
