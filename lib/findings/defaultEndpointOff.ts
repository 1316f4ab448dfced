import { domainNames } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { completeFor } from '@/lib/topology/read'
import { defaultEndpointCheck } from '@/lib/trace/api-selection/defaultEndpoint'
import { link } from '@/lib/trace/check'
import { inBoth, innerApi, put } from './example'
import { servedApis } from './facts/snapshots'
import { anyUnread } from './facts/unread'
import { defineRule } from './rule'

const off = [
  ...inBoth('private', ['disableExecuteApiEndpoint'], true),
  put([innerApi, 'stages', 'dev', 'disableExecuteApiEndpoint'], true),
]

export const defaultEndpointOff = defineRule(
  {
    id: 'default-endpoint-off',
    title: 'An API without a name that answers',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
    says: {
      'no-domain':
        'The default endpoint of {api} is off at stage {stage}, and no custom domain name leads to it: calls by its own name are refused. Map a domain name to the stage, or turn the default endpoint on and deploy.',
    },
    bad: { 'no-domain': { template: 'private-api', patch: off } },
    good: {
      template: 'private-api',
      addOns: ['custom-domain'],
      patch: off,
    },
  },
  function* (doc, found) {
    if (anyUnread(doc, 'domainName', '/basePathMappings', '/routingRules')) return
    for (const { id, restApi, api, at, stage: name } of servedApis(doc)) {
      const stage = name === undefined ? undefined : restApi.stages[name]
      if (!stage || name === undefined) continue
      const path = pointer(['stages', name, 'disableExecuteApiEndpoint'])
      const check = defaultEndpointCheck(doc, id, api, stage, 'own-name', `${at}/disableExecuteApiEndpoint`, path)
      const looked = completeFor(doc, 'domainName', { account: restApi.account, region: restApi.region })
      const mapped = domainNames(doc).some(([, d]) =>
        [...d.basePathMappings, ...(d.routingRules ?? [])].some((m) => m.restApi === id && m.stage === name),
      )
      if (check.reason !== 'disabled' || mapped || !looked.known) continue
      yield found('no-domain', { resource: id, path, fill: { api: link(doc, id, path), stage: name } })
    }
  },
)
