import { keysOf } from '@/lib/topology/pointer'

const deny = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
})

/** Values for each field that checks look for and that the chain does not have, by the last keys of its path. */
const values: Readonly<Record<string, unknown[]>> = {
  addresses: [['198.18.0.9']],
  answersAfterMs: [40_000],
  apiKeyRequired: [true],
  apiKeySource: ['AUTHORIZER'],
  apiStatus: ['UPDATING'],
  authorizers: [{ tokens: { type: 'TOKEN' } }],
  caller: ['client-consumer'],
  canarySettings: [{ percentTraffic: 50, deploymentId: 'p1d001' }],
  endpointAccessMode: ['STRICT'],
  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: ['on'],
  fromPort: [1],
  function: [undefined],
  gatewayResponses: [{ DEFAULT_4XX: { statusCode: 418 } }],
  header: [{ name: 'x-other', value: '1' }],
  'load_balancing.cross_zone.enabled': ['true'],
  mayShape: [true],
  methodSettings: [{ '*/*': { throttlingRateLimit: 0, throttlingBurstLimit: 0 } }],
  models: [{ M: '{"type":"object"}' }],
  notVisible: [[{ path: '', why: 'accessDenied', ask: 'What is it?' }]],
  passthroughBehavior: ['NEVER'],
  path: ['/other'],
  pinned: [{ 'v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn': ['198.18.0.9'] }],
  policyDocument: [{ text: deny }],
  prefixLists: [[]],
  requestParameters: [{ 'integration.request.header.Content-Length': "'1'" }],
  requestTemplates: [{ 'application/json': '{}' }],
  requestValidators: [{ all: { body: true, parameters: true } }],
  rules: [[{ priority: 1, conditions: [], action: { type: 'fixed-response', statusCode: 404 } }]],
  securityGroups: [['sg-0a0000000000e9001'], ['sg-0b0000000000e9001']],
  signsHostOf: ['url'],
  statusMessage: ['It failed.'],
  stoppedReason: ['Essential container exited'],
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': ['3'],
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': ['100'],
  tls: [{ names: ['backend.example.com'], trusted: true }],
  tlsConfig: [{ insecureSkipVerification: true }],
  toPort: [1],
  variables: [{ unused: '1' }],
  webAcl: ['acl'],
}

export function added(path: string): unknown[] {
  return values[keysOf(path).at(-1) ?? ''] ?? []
}
