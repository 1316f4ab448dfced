import { describe, expect, test } from 'vitest'
import type { Api, Integration } from '@/lib/topology/document'
import { maskApi, maskStage, variablesThatLead } from './mask'

const secret = 'hunter2-very-secret'
const apiWith = (integration: Partial<Integration>): Api => ({
  endpointConfiguration: { type: 'PRIVATE' },
  resources: {
    r1: { path: '/a', methods: { GET: { authorizationType: 'NONE', integration: { type: 'HTTP', ...integration } } } },
  },
})
const at = '/resources/r1/methods/GET/integration'

describe('maskApi', () => {
  test('takes out literals with secret names and says where they stood', () => {
    const header = 'integration.request.header.'
    const { api, holes } = maskApi(
      apiWith({
        requestParameters: {
          [`${header}Authorization`]: `'Bearer ${secret}'`,
          [`${header}X-Api-Key`]: `'${secret}'`,
          [`${header}Host`]: "'inner.example.com'",
          [`${header}x-apigw-api-id`]: "'abcdef1234'",
          [`${header}X-Tenant`]: "'blue'",
          [`${header}X-Token`]: 'method.request.header.X-Token',
        },
      }),
      '',
    )
    expect(JSON.stringify(api)).not.toContain(secret)
    expect(Object.keys(api.resources.r1?.methods.GET?.integration?.requestParameters ?? {})).toEqual([
      `${header}Host`,
      `${header}x-apigw-api-id`,
      `${header}X-Tenant`,
      `${header}X-Token`,
    ])
    expect(holes.map((h) => [h.path, h.why])).toEqual([
      [`${at}/requestParameters/${header}Authorization`, 'masked'],
      [`${at}/requestParameters/${header}X-Api-Key`, 'masked'],
    ])
  })

  test('takes out templates with a secret literal, and no others', () => {
    const { api, holes } = maskApi(
      apiWith({
        requestTemplates: {
          'application/json': `{"password": "${secret}"}`,
          'text/plain': '{"statusCode": 200}',
          'text/xml': '{"token": "$input.params(\'token\')"}',
        },
      }),
      '/deployments/d1/api',
    )
    expect(JSON.stringify(api)).not.toContain(secret)
    expect(holes.map((h) => h.path)).toEqual([`/deployments/d1/api${at}/requestTemplates/application~1json`])
  })
})

describe('maskStage', () => {
  const stage = { deploymentId: 'd1', variables: { link: 'abc123', backend: 'b.example.com', password: secret } }

  test('keeps the variables that lead somewhere', () => {
    const leading = variablesThatLead([
      apiWith({ uri: 'http://${stageVariables.backend}/', connection: '${stageVariables.link}' }),
      apiWith({ requestParameters: { 'integration.request.header.X-Pass': 'stageVariables.password' } }),
    ])
    expect(leading).toEqual(new Set(['backend', 'link']))
    const { stage: kept, holes } = maskStage(stage, 'dev', leading)
    expect(kept.variables).toEqual({ link: 'abc123', backend: 'b.example.com' })
    expect(holes.map((h) => h.path)).toEqual(['/stages/dev/variables/password'])
  })

  test('the overrides of a canary too', () => {
    const canary = { percentTraffic: 5, deploymentId: 'd2', stageVariableOverrides: { password: secret } }
    const { stage: kept, holes } = maskStage({ ...stage, canarySettings: canary }, 'dev', new Set())
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(holes.map((h) => h.path)).toContain('/stages/dev/canarySettings/stageVariableOverrides/password')
  })
})
