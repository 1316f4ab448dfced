import { compact, idOf, regionOf, textOf } from '@/lib/export/awsCli/command'
import { privateDomainNameArn } from '@/lib/naming/arns'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { called, type Flag, fileName, fileOf, line, reads, rowsOf } from './line'
import type { Act, Commands, Step } from './step'

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html */
export const domainCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  if (field === 'policy') return [{ does: policy(doc, after, id), undoes: policy(after, doc, id) }]
  if (field === 'accessAssociations') return association(doc, after, id)
  return field === 'basePathMappings' ? mapped(doc, after, id) : []
}

/** Several private domains may bear one name: the id tells them apart. */
export function domainFlags(doc: TopologyDocument, id: string): Flag[] {
  const domain = resourceOf(doc, id, 'domainName')
  return [
    ['--domain-name', domain?.domainName ?? id],
    ...(domain?.domainNameId === undefined ? [] : [['--domain-name-id', domain.domainNameId] satisfies Flag]),
    ...regionOf(doc, id),
  ]
}

function policy(from: TopologyDocument, to: TopologyDocument, id: string): Act {
  const of = (doc: TopologyDocument) => {
    const text = resourceOf(doc, id, 'domainName')?.policy?.text
    return text === undefined ? '' : compact(textOf(doc, text))
  }
  const name = fileName('policy', called(from, id))
  return {
    command: line('apigateway update-domain-name', [...domainFlags(from, id), ['--patch-operations', fileOf(name)]]),
    file: { name, text: JSON.stringify([{ op: 'replace', path: '/policy', value: of(to) }], null, 2) },
    reading: {
      of: `The policy of ${called(from, id)}`,
      command: reads('apigateway get-domain-name', domainFlags(from, id), "policy || ''"),
      expects: of(from),
      as: 'words',
    },
  }
}

/** An association is made by the account that has the endpoint. */
function association(doc: TopologyDocument, after: TopologyDocument, id: string): Step[] {
  const domain = resourceOf(doc, id, 'domainName')
  const held = (domain?.accessAssociations ?? []).map((a) => a.vpcEndpoint)
  const accountId = resourceOf(doc, domain?.account, 'account')?.accountId ?? '<account of the domain>'
  const place = { region: domain?.region ?? '', accountId }
  const arn = privateDomainNameArn(
    place,
    domain?.domainName ?? id,
    domain?.domainNameId ?? `<id of ${called(doc, id)}>`,
  )
  const come = (resourceOf(after, id, 'domainName')?.accessAssociations ?? []).filter(
    (a) => !held.includes(a.vpcEndpoint),
  )
  return come.map(({ vpcEndpoint }): Step => {
    const region: Flag[] = regionOf(doc, vpcEndpoint)
    const found = `items[?accessAssociationSource==\`${idOf(doc, vpcEndpoint)}\` && domainNameArn==\`${arn}\`].domainNameAccessAssociationArn`
    const list = 'apigateway get-domain-name-access-associations'
    const reading = (expects: string) => ({
      of: `The association of ${called(doc, id)} with ${called(doc, vpcEndpoint)}`,
      command: reads(list, region, `length(${found.replace('.domainNameAccessAssociationArn', '')})`),
      expects,
      as: 'words' as const,
    })
    return {
      at: vpcEndpoint,
      does: {
        command: line('apigateway create-domain-name-access-association', [
          ['--domain-name-arn', arn],
          ['--access-association-source-type', 'VPCE'],
          ['--access-association-source', idOf(doc, vpcEndpoint)],
          ...region,
        ]),
        reading: reading('0'),
      },
      undoes: {
        command: line('apigateway delete-domain-name-access-association', [
          ['--domain-name-access-association-arn', { raw: `"$(${reads(list, region, found)})"` }],
          ...region,
        ]),
        reading: reading('1'),
      },
    }
  })
}

/** https://docs.aws.amazon.com/cli/latest/reference/apigateway/create-base-path-mapping.html */
function mapped(doc: TopologyDocument, after: TopologyDocument, id: string): Step[] {
  const of = (document: TopologyDocument) => resourceOf(document, id, 'domainName')?.basePathMappings ?? []
  const reading = (document: TopologyDocument) => ({
    of: `The base path mappings of ${called(doc, id)}`,
    command: reads('apigateway get-base-path-mappings', domainFlags(doc, id), 'items[].[basePath,restApiId,stage]'),
    expects: rowsOf(
      of(document).map((m) => [m.basePath === '' ? '(none)' : m.basePath, idOf(doc, m.restApi), m.stage]),
    ),
    as: 'rows' as const,
  })
  const [added] = of(after).slice(of(doc).length)
  if (!added) return []
  const at: Flag[] = [...domainFlags(doc, id), ['--base-path', added.basePath]]
  return [
    {
      does: {
        command: line('apigateway create-base-path-mapping', [
          ...at,
          ['--rest-api-id', idOf(doc, added.restApi)],
          ['--stage', added.stage],
        ]),
        reading: reading(doc),
      },
      undoes: { command: line('apigateway delete-base-path-mapping', at), reading: reading(after) },
    },
  ]
}
