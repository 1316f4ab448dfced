import { parseLoadBalancer } from '@/lib/naming/loadBalancer'
import { regionOption, stageOf } from '../seen/questions'
import type { Seen } from '../seen/seen'
import { quotePosix } from './quote'

/** An id of the paste, where it is one: what stands in a paste goes into no command unchecked. */
const id = (text: string | undefined, otherwise: string): string =>
  text !== undefined && /^[\w-]{1,80}$/.test(text) ? text : otherwise

export const apiId = (seen: Seen): string => id(seen.ids?.api ?? seen.request.api ?? seen.denial?.api, 'API_ID')
export const stageName = (seen: Seen): string => id(seen.denial?.stage ?? stageOf(seen), 'STAGE')
export const methodName = (seen: Seen): string => {
  const { method = 'GET' } = seen.request
  return /^[A-Z]{1,10}$/.test(method) ? method : 'GET'
}

/** The host that is called, as one word of a shell. */
export const hostWord = (seen: Seen): string => quotePosix(seen.to?.host ?? 'NAME')

/** An `aws` command for the region of the call. */
export const run = (seen: Seen, command: string): string => `aws ${command}${regionOption(seen)}`

/** What a command prints, for another command. */
export const outputOf = (seen: Seen, command: string, query: string): string =>
  `$(${run(seen, command)} --query "${query}" --output text)`

/** The path below the stage, where its letters are those of paths of resources. */
function resourcePath(seen: Seen): string | undefined {
  const path = seen.request.path ?? seen.denial?.path ?? /^\/[^/]+(\/.*)?$/.exec(seen.path ?? '')?.[1]
  return path !== undefined && /^\/[\w./~{}+-]*$/.test(path) ? path.replace(/(?<=.)\/$/, '') : undefined
}

/** The id of the resource in API Gateway: known, or asked for by its path. */
export function resourceId(seen: Seen): string {
  const path = resourcePath(seen)
  if (seen.ids?.resource !== undefined) return id(seen.ids.resource, 'RESOURCE_ID')
  if (path === undefined) return 'RESOURCE_ID'
  return outputOf(
    seen,
    `apigateway get-resources --rest-api-id ${apiId(seen)} --limit 500`,
    `items[?path=='${path}'].id`,
  )
}

/** The name of a load balancer, without the hash that AWS puts behind it. */
function balancerName(host: string): string | undefined {
  const label = parseLoadBalancer(host)?.label.replace(/-[0-9a-f]{10,16}$/, '')
  return label !== undefined && /^[\w-]+$/.test(label) ? label : undefined
}

/** A line that puts the ARN of the load balancer into `LB`: by its name, else over the VPC link of the integration. */
export function balancerLines(seen: Seen): string[] {
  if (seen.ids?.balancerArn !== undefined) return [`LB=${quotePosix(seen.ids.balancerArn)}`]
  const uriHost = /^https?:\/\/([^/:]+)/.exec(seen.request.integrationUri ?? '')?.[1]
  const name = seen.ids?.balancer ?? balancerName(seen.to?.host ?? '') ?? balancerName(uriHost ?? '')
  if (name !== undefined)
    return [
      `LB=${outputOf(seen, `elbv2 describe-load-balancers --names ${quotePosix(name)}`, 'LoadBalancers[0].LoadBalancerArn')}`,
    ]
  return [...linkLines(seen), `LB=${outputOf(seen, 'apigateway get-vpc-link --vpc-link-id "$LINK"', 'targetArns[0]')}`]
}

/** A line that puts the id of the VPC link into `LINK`. */
export const linkLines = (seen: Seen): string[] => [
  `LINK=${
    seen.ids?.vpcLink === undefined
      ? outputOf(seen, `apigateway get-integration ${methodOptions(seen)}`, 'connectionId')
      : quotePosix(seen.ids.vpcLink)
  }`,
]

export const methodOptions = (seen: Seen): string =>
  `--rest-api-id ${apiId(seen)} --resource-id ${resourceId(seen)} --http-method ${methodName(seen)}`

/** Lines that put the ARNs of the target groups into `GROUPS`. */
export const targetGroupLines = (seen: Seen): string[] =>
  seen.ids?.targetGroupArn === undefined
    ? [
        ...balancerLines(seen),
        `TARGET_GROUPS=${outputOf(seen, 'elbv2 describe-target-groups --load-balancer-arn "$LB"', 'TargetGroups[].TargetGroupArn')}`,
      ]
    : [`TARGET_GROUPS=${quotePosix(seen.ids.targetGroupArn)}`]

/** The interfaces that have an address, and what a query takes from them. */
export const interfacesWith = (seen: Seen, address: string, query: string): string =>
  outputOf(seen, `ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=${address}`, query)
