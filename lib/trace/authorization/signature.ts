import { hostParts } from '@/lib/naming/host'
import { principals } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import { uriOf } from '../integration/uri'
import type { Walk } from '../walk'
import type { Connection } from '../walk/next'

/** What the call shows of who signed it. `wrong`: why the signature does not hold. */
export interface Signature {
  kind: 'none' | 'other' | 'valid' | 'invalid'
  /** ARN of the signer; absent where nobody knows it. */
  arn?: string
  /** Logical id of the principal, when the document has it. */
  principal?: string
  organization?: string
  wrong?: 'signature' | 'host' | 'region' | 'service'
}

/**
 * A gateway's own call is not signed: HTTP integrations do not sign, and drop a signature they are given
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html). The signed host must be
 * the Host that arrives (https://github.com/okigan/awscurl/issues/68). Signatures count as fresh.
 */
export function signatureOf(walk: Walk, conn: Connection, region: string): Signature {
  const header = conn.headers.find((h) => h.name.toLowerCase() === 'authorization')?.value
  const { signing } = walk.invocation
  // A load balancer that ends TLS hands the caller's signature on; an integration does not.
  const signed = conn.integration === undefined && (signing !== undefined || header?.startsWith('AWS4-') === true)
  if (!signed) return header === undefined || header.startsWith('AWS4-') ? { kind: 'none' } : { kind: 'other' }
  const who = signerOf(walk, region)
  if (!signing) return { kind: 'valid', ...who }
  const wrong = wrongOf(walk, conn, region)
  return wrong === undefined ? { kind: 'valid', ...who } : { kind: 'invalid', wrong, ...who }
}

function wrongOf(walk: Walk, conn: Connection, region: string): Signature['wrong'] {
  const { signing } = walk.invocation
  if (!signing) return undefined
  if (signing.wrong) return 'signature'
  if (signing.service !== 'execute-api') return 'service'
  if (signing.region !== region && signing.region !== '') return 'region'
  const signsHostOf = walk.vantage.signsHostOf ?? signing.signedHost
  const url = hostParts(uriOf(walk.invocation.url)?.host ?? '').name
  const overridden = conn.host !== undefined && url !== '' && hostParts(conn.host).name !== url
  return signsHostOf === 'url' && overridden ? 'host' : undefined
}

function signerOf(walk: Walk, region: string): Pick<Signature, 'arn' | 'principal' | 'organization'> {
  const { doc, invocation, vantage } = walk
  const word = invocation.signer ?? vantage.caller
  if (word === undefined) return {}
  const found = doc.resources[word] ? word : principals(doc).find(([, p]) => p.arn === word)?.[0]
  const principal = resourceOf(doc, found, 'principal')
  if (!principal || found === undefined)
    return { arn: word.startsWith('arn:') ? word : `arn:aws:iam::000000000000:user/${word}` }
  const account = resourceOf(doc, principal.account, 'account')
  const organization = principal.organizationId ?? account?.organizationId
  const arn =
    principal.arn ?? `arn:${region.startsWith('cn-') ? 'aws-cn' : 'aws'}:iam::${account?.accountId ?? ''}:user/${found}`
  return { principal: found, arn, ...(organization === undefined ? {} : { organization }) }
}
