import { partitionOf } from './partitions'

/** Where something stands: what every ARN begins with. */
export interface Place {
  region: string
  accountId: string
}

/**
 * ARNs by AWS's forms (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 * A region that no partition knows gives the commercial partition's name, as AWS's SDKs do.
 */
export const partitionName = (region: string): string => partitionOf(region)?.name ?? 'aws'

const arn = (service: string, { region, accountId }: Place, rest: string) =>
  `arn:${partitionName(region)}:${service}:${region}:${accountId}:${rest}`

/** What a policy of a REST API names: `…:{api}/{stage}/{METHOD}/{path}`. `path` is without its leading slash. */
export const invokeArn = (place: Place, apiId: string, stage = '*', method = '*', path = '*') =>
  arn('execute-api', place, `${apiId}/${stage}/${method}/${path}`)

/** Management ARNs of API Gateway have no account. */
export const restApiArn = (region: string, apiId: string) =>
  arn('apigateway', { region, accountId: '' }, `/restapis/${apiId}`)

export const stageArn = (region: string, apiId: string, stage: string) => `${restApiArn(region, apiId)}/stages/${stage}`

export const vpcLinkArn = (region: string, vpcLinkId: string) =>
  arn('apigateway', { region, accountId: '' }, `/vpclinks/${vpcLinkId}`)

/** A private custom domain has account and id in its ARN; a public one neither. */
export const privateDomainNameArn = (place: Place, domainName: string, domainNameId: string) =>
  arn('apigateway', place, `/domainnames/${domainName}+${domainNameId}`)

export const publicDomainNameArn = (region: string, domainName: string) =>
  arn('apigateway', { region, accountId: '' }, `/domainnames/${domainName}`)

/** The association that lets an endpoint carry calls to a private custom domain. */
export const accessAssociationArn = (place: Place, domainName: string, domainNameId: string, vpcEndpointId: string) =>
  arn(
    'apigateway',
    place,
    `/domainnameaccessassociations/domainname/${domainName}+${domainNameId}/vpcesource/${vpcEndpointId}`,
  )

export const loadBalancerArn = (place: Place, type: 'net' | 'app', name: string, hash: string) =>
  arn('elasticloadbalancing', place, `loadbalancer/${type}/${name}/${hash}`)

export const listenerArn = (place: Place, type: 'net' | 'app', name: string, hash: string, listener: string) =>
  arn('elasticloadbalancing', place, `listener/${type}/${name}/${hash}/${listener}`)

export const targetGroupArn = (place: Place, name: string, hash: string) =>
  arn('elasticloadbalancing', place, `targetgroup/${name}/${hash}`)

export const vpcEndpointArn = (place: Place, vpcEndpointId: string) =>
  arn('ec2', place, `vpc-endpoint/${vpcEndpointId}`)

export const ecsServiceArn = (place: Place, cluster: string, service: string) =>
  arn('ecs', place, `service/${cluster}/${service}`)

export const ecsTaskArn = (place: Place, cluster: string, task: string) => arn('ecs', place, `task/${cluster}/${task}`)

export const lambdaFunctionArn = (place: Place, name: string) => arn('lambda', place, `function:${name}`)

/** The uri of an integration that invokes a function: https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html */
export const lambdaUri = (region: string, functionArn: string) =>
  `arn:${partitionName(region)}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`
