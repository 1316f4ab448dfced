import { holes } from '@/lib/network/holes'
import { allOf, restApis } from '@/lib/network/perDocument'
import { completeFor } from '@/lib/topology/read'
import { link } from '@/lib/trace/check'
import { put } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const idle = put(['v2lnk2'], {
  kind: 'vpcLink',
  physicalId: 'v2lnk2',
  account: '111122223333',
  region: 'cn-northwest-1',
  version: 'V2',
  subnets: ['subnet-0a00000000000000a'],
  securityGroups: [],
  status: 'AVAILABLE',
})

export const v2LinkIdle = defineRule(
  {
    id: 'v2-link-idle',
    title: 'A VPC link that nothing goes over',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
    says: {
      idle: 'No stage sends a call over {link}. A link of version 2 without traffic for sixty days becomes inactive and loses its interfaces, and the first calls after that fail. Delete it, or use it.',
    },
    bad: { idle: { template: 'private-api', patch: [idle] } },
    good: { template: 'private-api', addOns: ['alb-v2'], patch: [] },
  },
  function* (doc, found) {
    const unread = restApis(doc).some(([id]) => holes(doc, id, '/stages', '/deployments', '/resources').length > 0)
    if (unread) return
    const used = new Set(ways(doc).map((way) => way.link))
    for (const [id, { version, status, account, region }] of vpcLinks(doc)) {
      if (version !== 'V2' || used.has(id) || !completeFor(doc, 'restApi', { account, region }).known) continue
      if (status.toUpperCase() !== 'AVAILABLE') continue
      yield found('idle', { resource: id, path: '/status', fill: { link: link(doc, id) } })
    }
  },
)

const vpcLinks = allOf('vpcLink')
