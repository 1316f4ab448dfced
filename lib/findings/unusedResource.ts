import { allOf } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { put, taskNlb } from './example'
import { isClosed, namedIds } from './facts/named'
import { defineRule } from './rule'

export const unusedResource = defineRule(
  {
    id: 'unused-resource',
    title: 'Made and not used',
    severity: 'info',
    docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/deleting-security-groups.html',
    says: {
      'security-group': 'Nothing carries {resource}, and no rule names it. Delete it, or put it to use.',
      'target-group':
        'No listener forwards to {resource}: its targets are not even checked. Add it to a listener, or delete it.',
      link: 'No integration goes over {resource}. Delete it, or use it: an account has few of them.',
    },
    bad: {
      'security-group': {
        template: 'nlb-fargate',
        patch: [
          put(['sg-spare'], {
            kind: 'securityGroup',
            name: 'spare',
            vpc: 'vpc-0aaa1111bbbb2222c',
            ipPermissions: [],
            ipPermissionsEgress: [],
          }),
        ],
      },
      'target-group': { template: 'nlb-fargate', patch: [put([taskNlb, 'listeners'], [])] },
      link: {
        template: 'nlb-fargate',
        patch: [put(['spare1'], { kind: 'vpcLink', version: 'V1', target: taskNlb, status: 'AVAILABLE' })],
      },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    const named = namedIds(doc)
    // The group that every VPC begins with cannot be deleted.
    for (const [id, group] of groups(doc))
      if (
        !named.has(id) &&
        group.name !== 'default' &&
        !group.notVisible &&
        isClosed(doc, group, 'instance', 'vpcEndpoint', 'ecsService')
      )
        yield found('security-group', { resource: id, fill: { resource: link(doc, id) } })
    for (const [id, group] of targetGroups(doc))
      if (!named.has(id, 'loadBalancer') && isClosed(doc, group, 'loadBalancer'))
        yield found('target-group', { resource: id, fill: { resource: link(doc, id) } })
    for (const [id, over] of vpcLinks(doc))
      if (over.version === 'V1' && !named.has(id) && isClosed(doc, over, 'restApi'))
        yield found('link', { resource: id, fill: { resource: link(doc, id) } })
  },
)

const groups = allOf('securityGroup')
const targetGroups = allOf('targetGroup')
const vpcLinks = allOf('vpcLink')
