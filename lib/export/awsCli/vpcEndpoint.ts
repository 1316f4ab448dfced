import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { type AwsCommand, awsCommand, compact, idOf, noteOf, regionOf, textOf } from './command'

/**
 * Sets the policy of an interface endpoint, or puts back AWS's own, which allows everything.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html
 */
export function vpcEndpointCommands(doc: TopologyDocument, id: string): AwsCommand[] {
  const endpoint = resourceOf(doc, id, 'vpcEndpoint')
  if (!endpoint) return []
  const text = endpoint.policyDocument?.text
  const command =
    text === undefined
      ? `${awsCommand('ec2 modify-vpc-endpoint', [['--vpc-endpoint-id', idOf(doc, id)]])} \\\n  --reset-policy${region(doc, id)}`
      : awsCommand('ec2 modify-vpc-endpoint', [
          ['--vpc-endpoint-id', idOf(doc, id)],
          ['--policy-document', compact(textOf(doc, text))],
          ...regionOf(doc, id),
        ])
  return [{ title: 'Set the endpoint policy', command, ...noteOf(command) }]
}

const region = (doc: TopologyDocument, id: string) =>
  regionOf(doc, id)
    .map(([name, value]) => ` \\\n  ${name} ${value}`)
    .join('')
