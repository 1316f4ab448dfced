import { serviceHost } from '@/lib/naming/executeApi'
import { resolve } from '@/lib/network/dns'
import { vpcEndpoints } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { providerVpc, put } from './example'
import { defineRule } from './rule'

export const privateDnsAttributes = defineRule(
  {
    id: 'private-dns-attributes',
    title: 'Private DNS in a VPC that does not resolve names',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
    says: {
      'no-resolver':
        '{endpoint} has private DNS, and {vpc} has enableDnsSupport off: nothing there answers its names. Turn it on.',
      'vpc-attributes':
        '{endpoint} has private DNS, and {vpc} has enableDnsHostnames off, which private DNS needs. Turn it on.',
    },
    bad: {
      'no-resolver': { template: 'private-api', patch: [put([providerVpc, 'enableDnsSupport'], false)] },
      'vpc-attributes': { template: 'private-api', patch: [put([providerVpc, 'enableDnsHostnames'], false)] },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const [id, { vpc, region, privateDnsEnabled }] of vpcEndpoints(doc)) {
      if (!privateDnsEnabled || region === undefined) continue
      const { reason } = resolve(doc, { in: { vpc } }, serviceHost(region))
      if (reason !== 'no-resolver' && reason !== 'vpc-attributes') continue
      const field = reason === 'no-resolver' ? 'enableDnsSupport' : 'enableDnsHostnames'
      const fill = { endpoint: link(doc, id), vpc: link(doc, vpc, `/${field}`) }
      const path = pointer(['resources', vpc, field])
      const fix = { label: `Turn ${field} on`, patch: [{ op: 'replace' as const, path, value: true }] }
      yield found(reason, { resource: vpc, path: `/${field}`, fill, fix })
    }
  },
)
