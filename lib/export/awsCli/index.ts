import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { AwsCommand } from './command'
import { domainNameCommands } from './domainName'
import { restApiCommands } from './restApi'
import { vpcEndpointCommands } from './vpcEndpoint'

/** The AWS CLI commands of a kind; a kind that is absent has none. */
export const awsCommands: Partial<Record<Kind, (doc: TopologyDocument, id: string) => AwsCommand[]>> = {
  domainName: domainNameCommands,
  restApi: restApiCommands,
  vpcEndpoint: vpcEndpointCommands,
}
