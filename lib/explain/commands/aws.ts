import { regionOption, stageOf } from '../seen/questions'
import type { Seen } from '../seen/seen'

/** Words for what the paste does not show; they stand in capitals where an id belongs. */
export const apiId = (seen: Seen): string => seen.request.api ?? seen.denial?.api ?? 'API_ID'
export const stageName = (seen: Seen): string => seen.denial?.stage ?? stageOf(seen) ?? 'STAGE'

const run = (seen: Seen, command: string): string => `aws ${command}${regionOption(seen)}`

export const getStages = (seen: Seen) => run(seen, `apigateway get-stages --rest-api-id ${apiId(seen)}`)
export const getRestApi = (seen: Seen) => run(seen, `apigateway get-rest-api --rest-api-id ${apiId(seen)}`)
export const getResources = (seen: Seen) =>
  run(seen, `apigateway get-resources --rest-api-id ${apiId(seen)} --limit 500`)
export const getMethod = (seen: Seen) =>
  run(
    seen,
    `apigateway get-method --rest-api-id ${apiId(seen)} --resource-id RESOURCE_ID --http-method ${seen.request.method ?? 'GET'}`,
  )
export const getIntegration = (seen: Seen) =>
  run(
    seen,
    `apigateway get-integration --rest-api-id ${apiId(seen)} --resource-id RESOURCE_ID --http-method ${seen.request.method ?? 'GET'}`,
  )
export const getExport = (seen: Seen) =>
  run(
    seen,
    `apigateway get-export --rest-api-id ${apiId(seen)} --stage-name ${stageName(seen)} --export-type oas30 --parameters extensions=apigateway /dev/stdout`,
  )
export const getDomain = (seen: Seen, name: string) => run(seen, `apigateway get-domain-name --domain-name ${name}`)
export const getMappings = (seen: Seen, name: string) =>
  run(seen, `apigateway get-base-path-mappings --domain-name ${name}`)
export const describeEndpoints = (seen: Seen) => run(seen, `ec2 describe-vpc-endpoints${endpointFilter(seen)}`)
export const describeGroup = (seen: Seen) => run(seen, 'ec2 describe-security-groups --group-ids GROUP_ID')
export const describeAcls = (seen: Seen) =>
  run(seen, 'ec2 describe-network-acls --filters Name=association.subnet-id,Values=SUBNET_ID')
export const describeRoutes = (seen: Seen) =>
  run(seen, 'ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET_ID')
export const describeBalancers = (seen: Seen) => run(seen, 'elbv2 describe-load-balancers --names LOAD_BALANCER')
export const describeListeners = (seen: Seen) =>
  run(seen, 'elbv2 describe-listeners --load-balancer-arn LOAD_BALANCER_ARN')
export const describeTargets = (seen: Seen) =>
  run(seen, 'elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN')
export const describeGroupAttributes = (seen: Seen) =>
  run(seen, 'elbv2 describe-target-group-attributes --target-group-arn TARGET_GROUP_ARN')
export const getVpcLink = (seen: Seen) => run(seen, 'apigateway get-vpc-link --vpc-link-id VPC_LINK_ID')
export const getVpcLinkV2 = (seen: Seen) => run(seen, 'apigatewayv2 get-vpc-link --vpc-link-id VPC_LINK_ID')

/** The log group of a stage: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
export const executionLog = (seen: Seen): string =>
  run(seen, `logs tail API-Gateway-Execution-Logs_${apiId(seen)}/${stageName(seen)} --since 15m`)

/** The endpoints of execute-api in the region, or the one that the URL names. */
function endpointFilter(seen: Seen): string {
  const name = seen.to?.name
  if (name?.of === 'execute-api' && (name.form === 'endpoint' || name.form === 'alias'))
    return ` --vpc-endpoint-ids ${name.vpcEndpoint}`
  return ' --filters Name=service-name,Values=*execute-api'
}
