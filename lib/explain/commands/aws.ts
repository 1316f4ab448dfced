import type { Seen } from '../seen/seen'
import { quotePosix } from './quote'
import {
  apiId,
  balancerLines,
  interfacesWith,
  linkLines,
  methodName,
  methodOptions,
  outputOf,
  run,
  stageName,
  targetGroupLines,
} from './words'

const api = (seen: Seen, verb: string) => run(seen, `apigateway ${verb} --rest-api-id ${apiId(seen)}`)
const lines = (...all: string[]) => all.join('\n')

export const getStages = (seen: Seen) => api(seen, 'get-stages')
export const getRestApi = (seen: Seen) => api(seen, 'get-rest-api')
export const getResources = (seen: Seen) => `${api(seen, 'get-resources')} --limit 500`
export const getMethod = (seen: Seen) => run(seen, `apigateway get-method ${methodOptions(seen)}`)
export const getIntegration = (seen: Seen) => run(seen, `apigateway get-integration ${methodOptions(seen)}`)
export const testInvoke = (seen: Seen) =>
  `${run(seen, `apigateway test-invoke-method ${methodOptions(seen)}`)} --query log --output text`
export const getExport = (seen: Seen) =>
  run(
    seen,
    `apigateway get-export --rest-api-id ${apiId(seen)} --stage-name ${stageName(seen)} --export-type oas30 --parameters extensions=apigateway /dev/stdout`,
  )
export const getWebAcl = (seen: Seen) =>
  `${run(seen, `apigateway get-stage --rest-api-id ${apiId(seen)} --stage-name ${stageName(seen)}`)} --query webAclArn`
export const getDomain = (seen: Seen) =>
  run(seen, `apigateway get-domain-name --domain-name ${quotePosix(seen.to?.host ?? 'NAME')}`)

/** The log group of a stage: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
export const executionLog = (seen: Seen): string =>
  run(seen, `logs tail API-Gateway-Execution-Logs_${apiId(seen)}/${stageName(seen)} --since 15m`)

/** The endpoints of execute-api in the region, or the one that the URL names. */
export const describeEndpoints = (seen: Seen) => run(seen, `ec2 describe-vpc-endpoints${endpointFilter(seen)}`)

function endpointFilter(seen: Seen): string {
  const name = seen.to?.name
  const named =
    name?.of === 'execute-api' && (name.form === 'endpoint' || name.form === 'alias') ? name.vpcEndpoint : undefined
  const known = seen.ids?.endpoint ?? named
  return known === undefined
    ? " --filters 'Name=service-name,Values=*execute-api'"
    : ` --vpc-endpoint-ids ${quotePosix(known)}`
}

export const describeEndpointGroups = (seen: Seen) =>
  run(
    seen,
    `ec2 describe-security-groups --group-ids ${
      seen.ids?.group ??
      outputOf(seen, `ec2 describe-vpc-endpoints${endpointFilter(seen)}`, 'VpcEndpoints[].Groups[].GroupId')
    }`,
  )

/** Run on the caller, its own address is found where the paste does not show it. */
const callerAddress = (seen: Seen): string => seen.callers[0] ?? "$(hostname -I | cut -d ' ' -f 1)"

export const describeCallerGroups = (seen: Seen) =>
  run(
    seen,
    `ec2 describe-security-groups --group-ids ${
      seen.ids?.group ?? interfacesWith(seen, callerAddress(seen), 'NetworkInterfaces[].Groups[].GroupId')
    }`,
  )

export const describeTargetSecurity = (seen: Seen) =>
  seen.ids?.group === undefined
    ? lines(
        ...targetGroupLines(seen),
        'for g in $TARGET_GROUPS; do',
        `  for a in $(${run(seen, 'elbv2 describe-target-health --target-group-arn "$g"')} --query "TargetHealthDescriptions[].Target.Id" --output text); do`,
        `    ${run(seen, `ec2 describe-security-groups --group-ids ${interfacesWith(seen, '"$a"', 'NetworkInterfaces[].Groups[].GroupId')}`)}`,
        '  done',
        'done',
      )
    : run(seen, `ec2 describe-security-groups --group-ids ${seen.ids.group}`)

/** The subnet of the caller and, where it shows, that of the address it called. */
function subnetsOf(seen: Seen): string {
  const addresses = [callerAddress(seen), ...(seen.leads === 'private' ? seen.addresses.slice(0, 2) : [])]
  const named = addresses.map((a) => interfacesWith(seen, a, 'NetworkInterfaces[].SubnetId'))
  return seen.ids?.subnet ?? named.join(',')
}

export const describeAcls = (seen: Seen) =>
  run(seen, `ec2 describe-network-acls --filters "Name=association.subnet-id,Values=${subnetsOf(seen)}"`)

export const describeRoutes = (seen: Seen) =>
  run(
    seen,
    `ec2 describe-route-tables --filters "Name=association.subnet-id,Values=${
      seen.ids?.subnet ?? interfacesWith(seen, callerAddress(seen), 'NetworkInterfaces[].SubnetId')
    }"`,
  )

export const describeBalancer = (seen: Seen) =>
  lines(...balancerLines(seen), run(seen, 'elbv2 describe-load-balancers --load-balancer-arns "$LB"'))
export const describeListeners = (seen: Seen) =>
  lines(...balancerLines(seen), run(seen, 'elbv2 describe-listeners --load-balancer-arn "$LB"'))
const eachGroup = (seen: Seen, verb: string) =>
  lines(
    ...targetGroupLines(seen),
    `for g in $TARGET_GROUPS; do ${run(seen, `elbv2 ${verb} --target-group-arn "$g"`)}; done`,
  )
export const describeTargets = (seen: Seen) => eachGroup(seen, 'describe-target-health')
export const describeGroupAttributes = (seen: Seen) => eachGroup(seen, 'describe-target-group-attributes')
export const getVpcLink = (seen: Seen) =>
  lines(...linkLines(seen), run(seen, 'apigateway get-vpc-link --vpc-link-id "$LINK"'))
export const getVpcLinkV2 = (seen: Seen) =>
  seen.ids?.vpcLink === undefined
    ? run(seen, 'apigatewayv2 get-vpc-links')
    : run(seen, `apigatewayv2 get-vpc-link --vpc-link-id ${quotePosix(seen.ids.vpcLink)}`)

/** The method of the inner API that the integration leads to. */
export function getInnerMethod(seen: Seen): string {
  const [, inner, path] =
    /^https?:\/\/(\w+)\.execute-api[^/]*\/[^/]+(\/[\w./-]*)/.exec(seen.request.integrationUri ?? '') ?? []
  const known =
    inner === undefined || path === undefined ? undefined : { ...seen, request: { ...seen.request, api: inner, path } }
  return known
    ? getMethod(known)
    : run(
        seen,
        `apigateway get-method --rest-api-id INNER_API_ID --resource-id RESOURCE_ID --http-method ${methodName(seen)}`,
      )
}
