import type { Api } from './chain'

export const rules = (port: number, cidr: string) =>
  JSON.stringify([{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: cidr }] }])

export const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
export const everybody = { Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }

export const setPolicy = (api: Api, text: string) => [
  'apigateway',
  'update-rest-api',
  '--rest-api-id',
  api.id,
  '--patch-operations',
  JSON.stringify([{ op: 'replace', path: '/policy', value: text }]),
]
export const deploy = (api: Api) => ['apigateway', 'create-deployment', '--rest-api-id', api.id, '--stage-name', 'dev']
export const setIntegration = (api: Api, resource: string, ...operations: object[]) => [
  'apigateway',
  'update-integration',
  '--rest-api-id',
  api.id,
  '--resource-id',
  resource,
  '--http-method',
  'GET',
  '--patch-operations',
  JSON.stringify(operations),
]
