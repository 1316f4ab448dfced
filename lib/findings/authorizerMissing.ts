import { holes } from '@/lib/network/holes'
import { link } from '@/lib/trace/check'
import { inBoth } from './example'
import { meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const at = ['resources', 'p1page', 'methods', 'GET']
const custom = [
  ...inBoth('private', [...at, 'authorizationType'], 'CUSTOM'),
  ...inBoth('private', [...at, 'authorizer'], 'token'),
]

export const authorizerMissing = defineRule(
  {
    id: 'authorizer-missing',
    title: 'A method whose authorizer does not exist',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
    says: {
      missing:
        '{route} of {api} is to be authorized by {name}, which the API does not have: nobody gets past it. Make the authorizer, or name one that exists.',
    },
    bad: { missing: { template: 'private-api', patch: custom } },
    good: {
      template: 'private-api',
      patch: [...custom, ...inBoth('private', ['authorizers'], { token: { type: 'TOKEN' } })],
    },
  },
  function* (doc, found) {
    for (const { id, api, at: snapshot, route, method, readAt, methodAt } of meantApis(doc).flatMap(methodsOf)) {
      if (method.authorizationType !== 'CUSTOM' && method.authorizationType !== 'COGNITO_USER_POOLS') continue
      const { authorizer: name = 'no authorizer' } = method
      if (Object.hasOwn(api.authorizers ?? {}, name) || holes(doc, id, `${snapshot}/authorizers`).length > 0) continue
      if (holes(doc, id, `${readAt}/authorizer`).length > 0) continue
      yield found('missing', { resource: id, path: methodAt, fill: { route, api: link(doc, id, methodAt), name } })
    }
  },
)
