import { awsCommand, compact, idOf, type Option, regionOf, textOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Commands, Step } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html */
export const endpointCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  const modify = (option: Option | string) => {
    const where: Option[] = [['--vpc-endpoint-id', idOf(doc, id)], ...regionOf(doc, id)]
    return typeof option === 'string'
      ? `${awsCommand('ec2 modify-vpc-endpoint', where)} ${option}`
      : awsCommand('ec2 modify-vpc-endpoint', [...where, option])
  }
  if (field === 'privateDnsEnabled') {
    const on = resourceOf(after, id, 'vpcEndpoint')?.privateDnsEnabled
    const words = ['--private-dns-enabled', '--no-private-dns-enabled']
    return [{ command: modify(words[on ? 0 : 1] ?? ''), undo: modify(words[on ? 1 : 0] ?? '') }]
  }
  if (field !== 'policyDocument') return []
  const policy = (document: TopologyDocument) => resourceOf(document, id, 'vpcEndpoint')?.policyDocument?.text
  const set = (document: TopologyDocument): string => {
    const text = policy(document)
    return text === undefined
      ? modify('--reset-policy')
      : modify(['--policy-document', compact(textOf(document, text))])
  }
  return [{ command: set(after), undo: set(doc) }]
}

/** https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-rest-api.html */
export const apiCommands: Commands = (doc, after, id, operation) => {
  const [, , field, stage] = keysOf(operation.path)
  const where: Option[] = [['--rest-api-id', idOf(doc, id)], ...regionOf(doc, id)]
  switch (field) {
    case 'policy':
      return [{ command: policy(after, id, where), undo: policy(doc, id, where) }]
    case 'endpointConfiguration':
      return associated(doc, after, id, where)
    case 'resources':
      return uris(doc, after, id, where)
    case 'stages': {
      // The stage goes back to the deployment it served.
      const before = resourceOf(doc, id, 'restApi')?.stages[stage ?? '']?.deploymentId ?? ''
      const back = JSON.stringify([{ op: 'replace', path: '/deploymentId', value: before }])
      return [
        {
          command: awsCommand('apigateway create-deployment', [...where, ['--stage-name', stage ?? '']]),
          undo: awsCommand('apigateway update-stage', [
            ...where,
            ['--stage-name', stage ?? ''],
            ['--patch-operations', back],
          ]),
        },
      ]
    }
    default:
      return []
  }
}

function policy(document: TopologyDocument, id: string, where: Option[]): string {
  const text = resourceOf(document, id, 'restApi')?.policy?.text
  const operations = [
    { op: 'replace', path: '/policy', value: text === undefined ? '' : compact(textOf(document, text)) },
  ]
  return awsCommand('apigateway update-rest-api', [...where, ['--patch-operations', JSON.stringify(operations)]])
}

function associated(doc: TopologyDocument, after: TopologyDocument, id: string, where: Option[]): Step[] {
  const of = (document: TopologyDocument) =>
    resourceOf(document, id, 'restApi')?.endpointConfiguration.vpcEndpointIds ?? []
  const update = (op: string, endpoint: string) => {
    const operations = [{ op, path: '/endpointConfiguration/vpcEndpointIds', value: idOf(after, endpoint) }]
    return awsCommand('apigateway update-rest-api', [...where, ['--patch-operations', JSON.stringify(operations)]])
  }
  return of(after)
    .filter((endpoint) => !of(doc).includes(endpoint))
    .map((endpoint) => ({ command: update('add', endpoint), undo: update('remove', endpoint) }))
}

/** https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-integration.html */
function uris(doc: TopologyDocument, after: TopologyDocument, id: string, where: Option[]): Step[] {
  const [before, now] = [resourceOf(doc, id, 'restApi'), resourceOf(after, id, 'restApi')]
  return Object.entries(now?.resources ?? {}).flatMap(([resource, { methods }]) =>
    Object.entries(methods).flatMap(([method, { integration }]) => {
      const old = before?.resources[resource]?.methods[method]?.integration?.uri
      const uri = integration?.uri
      if (uri === undefined || old === undefined || uri === old) return []
      const update = (value: string) =>
        awsCommand('apigateway update-integration', [
          ...where,
          ['--resource-id', resource],
          ['--http-method', method],
          ['--patch-operations', JSON.stringify([{ op: 'replace', path: '/uri', value }])],
        ])
      return [{ command: update(uri), undo: update(old) }]
    }),
  )
}
