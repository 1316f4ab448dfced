import { holes } from '@/lib/network/holes'
import { askApi } from '@/lib/policy/authorize'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { inBoth, policyText } from './example'
import { plainQuestion } from './facts/calls'
import { meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const office = policyText({ Effect: 'Allow', Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } })

export const publicWithoutAuthorization = defineRule(
  {
    id: 'public-without-authorization',
    title: 'An API that the whole internet may call',
    severity: 'low',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    says: {
      open: 'Everybody on the internet may call {routes} of {api}: no policy, authorization, API key or web ACL asks who calls. Add one of them, unless that is meant.',
    },
    bad: { open: { template: 'regional-api', patch: [] } },
    good: { template: 'regional-api', patch: inBoth('regional', ['policy'], office) },
  },
  function* (doc, found) {
    for (const snapshot of meantApis(doc)) {
      const { id, restApi, api, at, stage } = snapshot
      const guarded = stage !== undefined && restApi.stages[stage]?.webAcl !== undefined
      const unread = holes(doc, id, `${at}/policy`, pointer(['stages', stage ?? '', 'webAcl'])).length > 0
      if (api.endpointConfiguration.type === 'PRIVATE' || guarded || unread) continue
      const open = methodsOf(snapshot).filter(
        (of) =>
          of.method.authorizationType === 'NONE' &&
          !of.method.apiKeyRequired &&
          askApi({ ...plainQuestion(doc, of), authorizationType: 'NONE' }).decision === 'allow',
      )
      if (open.length === 0) continue
      const fill = { api: link(doc, id), routes: open.map((of) => of.route).join(', ') }
      yield found('open', { resource: id, path: '/endpointConfiguration/type', fill })
    }
  },
)
