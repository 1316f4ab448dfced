import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { type AwsCommand, awsCommand, compact, idOf, noteOf, regionOf, textOf } from './command'

/**
 * The guide's commands for one API, filled in: create it, set its policy, add an endpoint, deploy.
 * https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-rest-api.html
 */
export function restApiCommands(doc: TopologyDocument, id: string): AwsCommand[] {
  const api = resourceOf(doc, id, 'restApi')
  if (!api) return []
  return [create(doc, id, api), ...policy(doc, id, api), ...endpoints(doc, id, api), ...deploy(doc, id, api)]
}

/** As in the guide: created with one endpoint, each further one is added by a command of its own. */
function create(doc: TopologyDocument, id: string, api: ResourceOf<'restApi'>): AwsCommand {
  const { type, vpcEndpointIds } = api.endpointConfiguration
  const configuration = {
    types: [type],
    ...(vpcEndpointIds ? { vpcEndpointIds: vpcEndpointIds.slice(0, 1).map((endpoint) => idOf(doc, endpoint)) } : {}),
  }
  const command = awsCommand('apigateway create-rest-api', [
    ['--name', api.name ?? id],
    ['--endpoint-configuration', JSON.stringify(configuration)],
    ...regionOf(doc, id),
  ])
  return { title: 'Create the API', command, ...noteOf(command) }
}

// The operations stand as JSON, since the shorthand of the CLI breaks at the commas of a policy:
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
function policy(doc: TopologyDocument, id: string, api: ResourceOf<'restApi'>): AwsCommand[] {
  if (api.policy === undefined) return []
  const operations = [{ op: 'replace', path: '/policy', value: compact(textOf(doc, api.policy.text)) }]
  const command = awsCommand('apigateway update-rest-api', [
    ['--rest-api-id', idOf(doc, id)],
    ['--patch-operations', JSON.stringify(operations)],
    ...regionOf(doc, id),
  ])
  return [{ title: 'Set the resource policy', command, ...noteOf(command) }]
}

function endpoints(doc: TopologyDocument, id: string, api: ResourceOf<'restApi'>): AwsCommand[] {
  return (api.endpointConfiguration.vpcEndpointIds ?? []).slice(1).map((endpoint) => {
    const operations = [{ op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: idOf(doc, endpoint) }]
    const command = awsCommand('apigateway update-rest-api', [
      ['--rest-api-id', idOf(doc, id)],
      ['--patch-operations', JSON.stringify(operations)],
      ...regionOf(doc, id),
    ])
    return { title: `Add endpoint ${idOf(doc, endpoint)}`, command, ...noteOf(command) }
  })
}

/** Saved changes count once they are deployed: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html */
function deploy(doc: TopologyDocument, id: string, api: ResourceOf<'restApi'>): AwsCommand[] {
  return Object.keys(api.stages).map((stage) => {
    const command = awsCommand('apigateway create-deployment', [
      ['--rest-api-id', idOf(doc, id)],
      ['--stage-name', stage],
      ...regionOf(doc, id),
    ])
    return { title: `Deploy stage ${stage}`, command, ...noteOf(command) }
  })
}
