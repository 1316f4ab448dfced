import { idOf, regionOf, textOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { called, type Flag, fileName, fileOf, line, reads } from './line'
import type { Act, Commands } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html */
export const endpointCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  if (field === 'privateDnsEnabled') return [{ does: privateDns(doc, after, id), undoes: privateDns(after, doc, id) }]
  if (field === 'policyDocument') return [{ does: policy(doc, after, id), undoes: policy(after, doc, id) }]
  return []
}

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-attribute.html */
export const vpcCommands: Commands = (doc, after, id, operation) => {
  if (keysOf(operation.path)[2] !== 'enableDnsSupport') return []
  const on = (document: TopologyDocument) => resourceOf(document, id, 'vpc')?.enableDnsSupport ?? true
  const vpc: Flag[] = [['--vpc-id', idOf(doc, id)], ...regionOf(doc, id)]
  const act = (from: TopologyDocument, to: TopologyDocument): Act => ({
    command: line('ec2 modify-vpc-attribute', [...vpc, ['--enable-dns-support', JSON.stringify({ Value: on(to) })]]),
    reading: {
      of: `DNS support of ${called(doc, id)}`,
      command: reads(
        'ec2 describe-vpc-attribute',
        [...vpc, ['--attribute', 'enableDnsSupport']],
        'EnableDnsSupport.Value',
      ),
      expects: on(from) ? 'True' : 'False',
      as: 'words',
    },
  })
  return [{ does: act(doc, after), undoes: act(after, doc) }]
}

const where = (doc: TopologyDocument, id: string): Flag[] => [
  ['--vpc-endpoint-id', idOf(doc, id)],
  ...regionOf(doc, id),
]

const read = (doc: TopologyDocument, id: string, field: string) =>
  reads(
    'ec2 describe-vpc-endpoints',
    [['--vpc-endpoint-ids', idOf(doc, id)], ...regionOf(doc, id)],
    `VpcEndpoints[0].${field}`,
  )

/** The private name covers every API of the region: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html */
function privateDns(from: TopologyDocument, to: TopologyDocument, id: string): Act {
  const on = (doc: TopologyDocument) => resourceOf(doc, id, 'vpcEndpoint')?.privateDnsEnabled ?? false
  const flag: Flag = [on(to) ? '--private-dns-enabled' : '--no-private-dns-enabled']
  const vpc = called(from, resourceOf(from, id, 'vpcEndpoint')?.vpc ?? id)
  return {
    command: line('ec2 modify-vpc-endpoint', [...where(from, id), flag]),
    reading: {
      of: `Private DNS of ${called(from, id)}`,
      command: read(from, id, 'PrivateDnsEnabled'),
      expects: on(from) ? 'True' : 'False',
      as: 'words',
    },
    ...(on(to)
      ? {
          note: `From then on every execute-api name of the region leads to this endpoint in ${vpc}: calls from there to APIs that are not private stop.`,
        }
      : {}),
  }
}

function policy(from: TopologyDocument, to: TopologyDocument, id: string): Act {
  const of = (doc: TopologyDocument) => {
    const text = resourceOf(doc, id, 'vpcEndpoint')?.policyDocument?.text
    return text === undefined ? undefined : textOf(doc, text)
  }
  const [held, wanted] = [of(from), of(to)]
  const reading = {
    of: `The policy of ${called(from, id)}`,
    command: read(from, id, 'PolicyDocument'),
    expects: held ?? allowAll,
    as: 'words' as const,
  }
  if (wanted === undefined)
    return { command: line('ec2 modify-vpc-endpoint', [...where(from, id), ['--reset-policy']]), reading }
  const name = fileName('policy', called(from, id))
  return {
    command: line('ec2 modify-vpc-endpoint', [...where(from, id), ['--policy-document', fileOf(name)]]),
    file: { name, text: wanted },
    reading,
  }
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
const allowAll = '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}'
