import { holes } from '@/lib/network/holes'
import { loadBalancers } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { put, taskNlb } from './example'
import { defineRule } from './rule'

export const nlbWithoutGroups = defineRule(
  {
    id: 'nlb-without-groups',
    title: 'A network load balancer without security groups',
    severity: 'info',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
    says: {
      none: '{balancer} was made without security groups and can never have one: it admits whoever can route to it. Only its targets can say no.',
    },
    bad: { none: { template: 'nlb-fargate', patch: [] } },
    good: { template: 'nlb-fargate', patch: [put([taskNlb, 'securityGroups'], ['sg-0a0000000000ec501'])] },
  },
  function* (doc, found) {
    for (const [id, { type, securityGroups }] of loadBalancers(doc))
      if (type === 'network' && securityGroups === undefined && holes(doc, id, '/securityGroups').length === 0)
        yield found('none', {
          resource: id,
          path: '/securityGroups',
          fill: { balancer: link(doc, id, '/securityGroups') },
        })
  },
)
