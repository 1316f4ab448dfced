import { accessAssociationArn, privateDomainNameArn } from '@/lib/naming/arns'
import type { Part } from '../part'
import { account1 } from '../pieces/accounts'
import { privateApiId } from '../pieces/privateApi'
import { providerEndpointId } from '../pieces/providerEndpoint'
import { providerVpcId } from '../pieces/providerVpc'
import type { Setting } from '../setting'

const domain = 'private.example.com'
const domainNameId = 'abcd1234'
const zone = 'Z0A0EXAMPLEPRIVATE01'

/** A private custom domain with everything a call needs: mapping, association, policy and the name in a private zone. */
export function customDomain(part: Part, { region, partition }: Setting): Part {
  const place = { region, accountId: account1 }
  const owner = { account: account1, region }
  return {
    ...part,
    [domain]: {
      kind: 'domainName',
      name: domain,
      physicalId: domain,
      arn: privateDomainNameArn(place, domain, domainNameId),
      ...owner,
      domainName: domain,
      type: 'PRIVATE',
      domainNameId,
      domainNameStatus: 'AVAILABLE',
      certificate: { names: [domain], trusted: true },
      policy: {
        text: domainPolicy(
          `arn:${partition.name}:execute-api:${region}:${account1}:/domainnames/${domain}+${domainNameId}`,
        ),
      },
      securityPolicy: 'TLS_1_2',
      basePathMappings: [{ basePath: 'v1', restApi: privateApiId, stage: 'dev' }],
      accessAssociations: [
        {
          vpcEndpoint: providerEndpointId,
          status: 'AVAILABLE',
          arn: accessAssociationArn(place, domain, domainNameId, providerEndpointId),
        },
      ],
    },
    [zone]: {
      kind: 'hostedZone',
      name: domain,
      physicalId: zone,
      account: account1,
      zoneName: domain,
      vpcs: [providerVpcId],
      records: [{ name: domain, type: 'A', aliasTo: providerEndpointId }],
    },
  }
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-provider.html
const domainPolicy = (resource: string) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: resource,
          Condition: { StringEquals: { 'aws:SourceVpce': providerEndpointId } },
        },
      ],
    },
    null,
    2,
  )
