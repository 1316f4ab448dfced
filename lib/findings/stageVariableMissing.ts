import { holes } from '@/lib/network/holes'
import { pointer } from '@/lib/topology/pointer'
import { completeFor } from '@/lib/topology/read'
import { link } from '@/lib/trace/check'
import { inBoth, innerApi, put } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

const at = ['resources', '8hwj4v', 'methods', 'GET', 'integration']
const uri = inBoth('private', [...at, 'uri'], 'http://${stageVariables.backend}/')
const connection = inBoth('private', [...at, 'connection'], '${stageVariables.link}')
const variables = (of: Record<string, string>) => put([innerApi, 'stages', 'dev', 'variables'], of)

/** A variable that the stage lacks becomes nothing, and the address or the link with it. */
export const stageVariableMissing = defineRule(
  {
    id: 'stage-variable-missing',
    title: 'A stage variable that leads nowhere',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html',
    says: {
      undefined:
        '{route} of {api} asks for the stage variable {name}, which stage {stage} does not have: the address it calls has a hole in it. Set the variable; that needs no deployment.',
      'no-link':
        '{route} of {api} goes over the VPC link {named} at stage {stage}, and there is none of that id. API Gateway lets a link be deleted that only a variable names; correct the variable.',
    },
    bad: {
      undefined: { template: 'private-api', patch: uri },
      'no-link': { template: 'private-api', patch: [...connection, variables({ link: 'gone00' })] },
    },
    good: {
      template: 'private-api',
      patch: [...uri, ...connection, variables({ backend: 'a.example', link: 't0f7wl' })],
    },
  },
  function* (doc, found) {
    for (const { id, restApi, route, stage, undefinedVariables, link: over, linkNamed: named, methodAt } of ways(doc)) {
      if (stage === undefined || holes(doc, id, pointer(['stages', stage, 'variables'])).length > 0) continue
      const path = pointer(['stages', stage, 'variables'])
      const fill = { route, api: link(doc, id, path), stage, name: undefinedVariables.join(', '), named: named ?? '' }
      if (undefinedVariables.length > 0) yield found('undefined', { resource: id, path, fill })
      const looked = completeFor(doc, 'vpcLink', { account: restApi.account, region: restApi.region }).known
      if (over !== undefined || named === undefined || named === '' || !looked) continue
      yield found('no-link', { resource: id, path: `${methodAt}/integration/connection`, fill })
    }
  },
)
