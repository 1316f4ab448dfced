import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { type AwsCommand, awsCommand, compact, noteOf, type Option, regionOf, textOf } from './command'

/**
 * The policies of a private custom domain: who may call by it, and who may associate an endpoint with it.
 * https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-domain-name.html
 */
export function domainNameCommands(doc: TopologyDocument, id: string): AwsCommand[] {
  const domain = resourceOf(doc, id, 'domainName')
  if (!domain) return []
  const set = (title: string, path: string, text: string | undefined): AwsCommand[] => {
    if (text === undefined) return []
    const operations = [{ op: 'replace', path, value: compact(textOf(doc, text)) }]
    const command = awsCommand('apigateway update-domain-name', [
      ...domainOptions(doc, id),
      ['--patch-operations', JSON.stringify(operations)],
      ...regionOf(doc, id),
    ])
    return [{ title, command, ...noteOf(command) }]
  }
  return [
    ...set('Set the policy of the domain', '/policy', domain.policy?.text),
    ...set('Set the management policy of the domain', '/managementPolicy', domain.managementPolicy?.text),
  ]
}

/** Private domains of several owners may bear one name, so their id is named too; others have none. */
function domainOptions(doc: TopologyDocument, id: string): Option[] {
  const domain = resourceOf(doc, id, 'domainName')
  const name: Option = ['--domain-name', domain?.domainName ?? id]
  const own =
    domain?.domainNameId ?? (domain?.type === 'PRIVATE' ? `<domainNameId of ${domain.domainName}>` : undefined)
  return own === undefined ? [name] : [name, ['--domain-name-id', own]]
}
