import type { Header, Invocation } from '@/lib/invocation/invocation'
import type { MethodCall, Proposal } from './forms/form'
import type { DeployedMethod } from './methods'

/** The call that a proposal means, from a vantage. A browser sends no header of its own and signs nothing. */
export function invocationOf(
  vantage: string,
  proposal: Proposal,
  method: DeployedMethod | undefined,
  caller: 'curl' | 'browser' = 'curl',
): Invocation {
  const headers = [...proposal.headers, ...(method && caller !== 'browser' ? method.headers : [])]
  return {
    vantage,
    method: method?.call.method ?? 'GET',
    url: proposal.url,
    headers,
    options: proposal.options,
    ...(method?.signed && caller !== 'browser' ? { signing: signing(method.call, headers) } : {}),
  }
}

/** curl signs the Host that it sends. */
const signing = ({ region }: MethodCall, headers: Header[]): NonNullable<Invocation['signing']> => ({
  tool: 'curl',
  region,
  service: 'execute-api',
  signedHost: headers.some((h) => h.name === 'Host') ? 'header' : 'url',
})
