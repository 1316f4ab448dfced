import { memo } from './memo'

/** The one who calls, as policies see it. */
export interface Caller {
  /** Absent for an anonymous caller. */
  arn?: string
  kind: 'anonymous' | 'session' | 'role' | 'user' | 'root' | 'other'
  partition: string
  account: string
  /** Of a session: the ARN of its role. A session's ARN has no path, so this has none either. */
  roleArn?: string
  roleName?: string
  /** Condition keys that follow from the ARN, by their name in lower case. */
  keys: ReadonlyMap<string, string>
}

export const anonymous: Caller = { kind: 'anonymous', partition: '', account: '', keys: new Map() }

const callerOfArn = memo(1000, readCaller)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (properties of the principal) */
export const callerOf = (arn: string): Caller => (arn === 'anonymous' || arn === '' ? anonymous : callerOfArn(arn))

function readCaller(arn: string): Caller {
  const [, partition = '', , , account = '', ...rest] = arn.split(':')
  const resource = rest.join(':')
  const [type, ...names] = resource.split('/')
  const base = { arn, partition, account }
  const keys = (principalArn: string, principalType: string, username?: string) =>
    new Map([
      ['aws:principalarn', principalArn],
      ['aws:principalaccount', account],
      ['aws:principaltype', principalType],
      ...(username === undefined ? [] : [['aws:username', username] as const]),
    ])
  switch (type) {
    case 'assumed-role': {
      const roleName = names[0] ?? ''
      const roleArn = `arn:${partition}:iam::${account}:role/${roleName}`
      return { ...base, kind: 'session', roleArn, roleName, keys: keys(roleArn, 'AssumedRole') }
    }
    case 'role':
      return { ...base, kind: 'role', roleArn: arn, roleName: names.at(-1), keys: keys(arn, 'AssumedRole') }
    case 'user':
      return { ...base, kind: 'user', keys: keys(arn, 'User', names.at(-1)) }
    case 'root':
      return { ...base, kind: 'root', keys: keys(arn, 'Account') }
    case 'federated-user':
      return { ...base, kind: 'other', keys: keys(arn, 'FederatedUser') }
    default:
      return { ...base, kind: 'other', keys: new Map([['aws:principalaccount', account]]) }
  }
}
