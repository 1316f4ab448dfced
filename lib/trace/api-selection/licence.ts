import { partitionName } from '@/lib/naming/arns'
import { holes } from '@/lib/network/holes'
import { type Method, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { status } from '../outcome'

export const licence = defineCheck(
  'api-selection.licence',
  'https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html',
  {
    has: '{account} has an ICP licence.',
    assumed: 'Nobody has said whether {account} has an ICP licence; it is taken to have one. State it on the account.',
    'not-visible': 'Whether {account} has an ICP licence is not known.',
    lacks:
      '{account} has no ICP licence: in China a call without a signature to an API that is not private is refused.',
  },
)

/** Only in China, only for APIs that are not private, only for calls that no signature or user pool vouches for. */
export function licenceCheck(doc: TopologyDocument, id: string, type: string, method: Method): Finding | undefined {
  const api = doc.resources[id]
  if (partitionName(api?.region ?? '') !== 'aws-cn' || type === 'PRIVATE') return undefined
  if (method.authorizationType !== 'NONE' && method.authorizationType !== 'CUSTOM') return undefined
  const account = resourceOf(doc, api?.account, 'account')
  if (!account || api?.account === undefined) return undefined
  const parts = {
    fill: { account: link(doc, api.account, '/icpLicence') },
    evidence: [{ resource: api.account, path: '/icpLicence', value: account.icpLicence }],
  }
  const gaps = holes(doc, api.account, '/icpLicence')
  if (gaps.length > 0)
    return licence.unknown('not-visible', gaps, [status(403), status(401)], { ...parts, fact: 'not known' })
  if (account.icpLicence === undefined) return licence.pass('assumed', { ...parts, fact: 'ICP taken for granted' })
  if (account.icpLicence) return licence.pass('has', { ...parts, fact: 'ICP' })
  return licence.fail('lacks', [status(403), status(401)], { ...parts, fact: 'no ICP licence' })
}
