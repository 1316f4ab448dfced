import { link } from '@/lib/trace/check'
import { arnsOf } from '@/lib/trace/resource-policy/question'
import { inBoth, innerApi, policyText, put } from './example'
import { plainCall } from './facts/calls'
import { remarksOn } from './facts/policies'
import { type MethodOf, meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const arnBytesMax = 1600
const headerBytesMax = { PRIVATE: 8000, REGIONAL: 10_240, EDGE: 10_240 } as const
const resourcesMax = 300
const near = 0.9

const many = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i))
const vpcs = many(400, (i) => `vpc-${String(i).padStart(17, '0')}`)
const get = { authorizationType: 'NONE', integration: { type: 'MOCK' } }

export const nearQuota = defineRule(
  {
    id: 'near-quota',
    title: 'Close to a quota, or over it',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
    says: {
      policy: '{policy} is close to what AWS takes, or over it: {remark}',
      arn: 'The ARN of {route} of {api} has {bytes} of {max} bytes before its path parameters are filled in; longer ones are answered 414.',
      headers:
        'The headers that {route} of {api} maps have {bytes} of {max} bytes, the headers of its callers not counted.',
      resources: '{api} has {count} resources; AWS takes {max} unless the quota is raised.',
    },
    bad: {
      policy: {
        template: 'private-api',
        patch: inBoth(
          'private',
          ['policy'],
          policyText(
            { Effect: 'Allow' },
            { Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-0aaa1111bbbb2222c', ...vpcs] } } },
          ),
        ),
      },
      arn: {
        template: 'private-api',
        patch: inBoth('private', ['resources', 'long'], {
          path: `/${many(60, () => 'a-rather-long-path-part-of-it').join('/')}`,
          methods: { GET: get },
        }),
      },
      headers: {
        template: 'private-api',
        patch: inBoth('private', ['resources', 'p1page', 'methods', 'GET', 'integration', 'requestParameters'], {
          'integration.request.header.x-all': `'${'a'.repeat(7900)}'`,
        }),
      },
      resources: {
        template: 'private-api',
        patch: [
          put(
            [innerApi, 'resources'],
            Object.fromEntries(many(280, (i) => `r${i}`).map((id) => [id, { path: `/${id}`, methods: { GET: get } }])),
          ),
        ],
      },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const { remark, resource, path, noun } of remarksOn(doc, ['size']))
      yield found('policy', { resource, path, fill: { policy: noun, remark: remark.sentence } })
    for (const of of meantApis(doc).flatMap(methodsOf)) {
      const arn = arnsOf(doc, plainCall(doc, of)).arn.length
      const headers = headerBytes(of)
      const max = headerBytesMax[of.api.endpointConfiguration.type]
      const fill = { route: of.route, api: link(doc, of.id) }
      const at = { resource: of.id, path: of.methodAt, evidence: [] }
      if (arn > arnBytesMax * near)
        yield found('arn', { ...at, fill: { ...fill, bytes: String(arn), max: String(arnBytesMax) } })
      if (headers > max * near)
        yield found('headers', { ...at, fill: { ...fill, bytes: String(headers), max: String(max) } })
    }
    for (const [id, resource] of Object.entries(doc.resources)) {
      const count = resource.kind === 'restApi' ? Object.keys(resource.resources).length : 0
      if (count > resourcesMax * near)
        yield found('resources', {
          resource: id,
          fill: { api: link(doc, id), count: String(count), max: String(resourcesMax) },
        })
    }
  },
)

/** Of mapped headers with a fixed value, name and value count. */
function headerBytes({ method }: MethodOf): number {
  const prefix = 'integration.request.header.'
  let bytes = 0
  for (const [key, value] of Object.entries(method.integration?.requestParameters ?? {}))
    if (key.startsWith(prefix) && value.startsWith("'")) bytes += key.length - prefix.length + value.length - 2
  return bytes
}
