import { invokeArn, type Place } from '@/lib/naming/arns'

/** Which API a policy is for. */
export interface ApiAt extends Place {
  apiId: string
}

/** Policies that are filled in, never pasted with holes. */
export type PolicyTemplate =
  | { name: 'anyone' }
  | { name: 'only-vpcs'; vpcs: readonly [string, ...string[]] }
  | { name: 'only-endpoints'; endpoints: readonly [string, ...string[]] }
  | { name: 'only-addresses'; blocks: readonly [string, ...string[]] }
  | { name: 'only-organization'; organization: string }

export const templateTitles: Record<PolicyTemplate['name'], { title: string; says: string }> = {
  anyone: { title: 'Anyone', says: 'Every call that reaches the API may invoke every method.' },
  'only-vpcs': { title: 'Only these VPCs', says: 'Calls pass that come through a VPC endpoint of these VPCs.' },
  'only-endpoints': { title: 'Only these endpoints', says: 'Calls pass that come through these VPC endpoints.' },
  'only-addresses': {
    title: 'Only these addresses',
    says: 'Calls pass whose private source address lies in these blocks (aws:VpcSourceIp).',
  },
  'only-organization': {
    title: 'Only this organisation',
    says: 'Calls pass that a member of the organisation signs; the methods need authorization AWS_IAM.',
  },
}

type Condition = Record<string, Record<string, string | readonly string[]>>

const one = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? values) : values

/** What a call must not be other than, to pass. */
function denyUnless(template: PolicyTemplate): Condition | undefined {
  switch (template.name) {
    case 'anyone':
      return undefined
    case 'only-vpcs':
      return { StringNotEquals: { 'aws:SourceVpc': one(template.vpcs) } }
    case 'only-endpoints':
      return { StringNotEquals: { 'aws:SourceVpce': one(template.endpoints) } }
    case 'only-addresses':
      return { NotIpAddress: { 'aws:VpcSourceIp': one(template.blocks) } }
    case 'only-organization':
      return { StringNotEquals: { 'aws:PrincipalOrgID': template.organization } }
  }
}

/**
 * The JSON text of a resource policy, by the shape of AWS's examples: allow all, deny what does not come the one way
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html).
 */
export function writePolicy(template: PolicyTemplate, api: ApiAt): string {
  const invoke = (effect: 'Allow' | 'Deny') => ({
    Effect: effect,
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: invokeArn(api, api.apiId),
  })
  const condition = denyUnless(template)
  const deny = condition ? [{ ...invoke('Deny'), Condition: condition }] : []
  return JSON.stringify({ Version: '2012-10-17', Statement: [invoke('Allow'), ...deny] }, null, 2)
}
