import { compact, idOf, regionOf, textOf } from '@/lib/export/awsCli/command'
import { partitionName } from '@/lib/naming/arns'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { integrationSteps } from './integration'
import { called, type Flag, fileName, fileOf, line, reads } from './line'
import { stageCommands } from './stage'
import type { Act, Commands, Step } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-rest-api.html */
export const apiCommands: Commands = (doc, after, id, operation) => {
  const [, , field] = keysOf(operation.path)
  if (field === 'policy') return [{ does: policy(doc, after, id), undoes: policy(after, doc, id) }]
  if (field === 'endpointConfiguration') return associated(doc, after, id)
  if (field === 'resources') return integrationSteps(doc, after, id)
  return field === 'stages' ? stageCommands(doc, after, id, operation) : setting(doc, after, id, field ?? '')
}

const where = (doc: TopologyDocument, id: string): Flag[] => [['--rest-api-id', idOf(doc, id)], ...regionOf(doc, id)]

// The operations stand as JSON, since the shorthand of the CLI breaks at the commas of a policy:
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
function policy(from: TopologyDocument, to: TopologyDocument, id: string): Act {
  const of = (doc: TopologyDocument) => {
    const text = resourceOf(doc, id, 'restApi')?.policy?.text
    return text === undefined ? '' : compact(textOf(doc, text))
  }
  const name = fileName('policy', called(from, id))
  const operations = [{ op: 'replace', path: '/policy', value: of(to) }]
  return {
    command: line('apigateway update-rest-api', [...where(from, id), ['--patch-operations', fileOf(name)]]),
    file: { name, text: JSON.stringify(operations, null, 2) },
    reading: {
      of: `The resource policy of ${called(from, id)}`,
      command: reads('apigateway get-rest-api', where(from, id), "policy || ''"),
      expects: whole(from, id, of(from)),
      as: 'words',
    },
  }
}

/**
 * AWS writes the short form of a resource out when it saves a policy:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
function whole(doc: TopologyDocument, id: string, text: string): string {
  const { region = '', account } = doc.resources[id] ?? {}
  const accountId = resourceOf(doc, account, 'account')?.accountId
  if (accountId === undefined) return text
  const arn = `arn:${partitionName(region)}:execute-api:${region}:${accountId}:${idOf(doc, id)}`
  return text.replaceAll('"execute-api:/', `"${arn}/`)
}

function associated(doc: TopologyDocument, after: TopologyDocument, id: string): Step[] {
  const of = (document: TopologyDocument) =>
    resourceOf(document, id, 'restApi')?.endpointConfiguration.vpcEndpointIds ?? []
  const act = (op: string, endpoint: string, from: TopologyDocument): Act => {
    const operations = [{ op, path: '/endpointConfiguration/vpcEndpointIds', value: idOf(from, endpoint) }]
    return {
      command: line('apigateway update-rest-api', [
        ...where(from, id),
        ['--patch-operations', JSON.stringify(operations)],
      ]),
      reading: {
        of: `The endpoints that ${called(from, id)} is associated with`,
        command: reads(
          'apigateway get-rest-api',
          where(from, id),
          'endpointConfiguration.vpcEndpointIds || `[]`',
          'json',
        ),
        expects: JSON.stringify(of(from).map((e) => idOf(from, e))),
        as: 'words',
      },
    }
  }
  return of(after)
    .filter((endpoint) => !of(doc).includes(endpoint))
    .map((endpoint) => ({ does: act('add', endpoint, doc), undoes: act('remove', endpoint, after) }))
}

/** Settings of the whole API: https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateRestApi-Patch */
const settings: Readonly<Record<string, { query: string; unset: string }>> = {
  disableExecuteApiEndpoint: { query: 'disableExecuteApiEndpoint || `false`', unset: 'false' },
  endpointAccessMode: { query: 'endpointAccessMode', unset: 'None' },
  securityPolicy: { query: 'securityPolicy', unset: 'None' },
}

function setting(doc: TopologyDocument, after: TopologyDocument, id: string, field: string): Step[] {
  const known = settings[field]
  const of = (document: TopologyDocument) => {
    const value = resourceOf(document, id, 'restApi')?.[field]
    return value === undefined ? undefined : String(value)
  }
  const [held, wanted] = [of(doc) ?? known?.unset, of(after) ?? known?.unset]
  if (!known || held === undefined || wanted === undefined || held === wanted) return []
  const act = (from: string, to: string): Act => ({
    command: line('apigateway update-rest-api', [
      ...where(doc, id),
      ['--patch-operations', JSON.stringify([{ op: 'replace', path: `/${field}`, value: to }])],
    ]),
    reading: {
      of: `${field} of ${called(doc, id)}`,
      command: reads('apigateway get-rest-api', where(doc, id), known.query),
      // The CLI prints truth values as Python does.
      expects: from.replace(/^(true|false)$/, (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`),
      as: 'words',
    },
  })
  return [{ does: act(held, wanted), undoes: act(wanted, held) }]
}
