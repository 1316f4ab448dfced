import { resourceAt } from '../aws/resource'
import { getExport, getResources } from '../commands/aws'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const noSuchResourceOrMethod = defineCause('no-such-resource-or-method', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  says: {
    none: 'The deployed stage has no {method} on {path}: that is what Missing Authentication Token says of a call without a signature.',
    bearer:
      'The deployed stage has no {method} on {path}: the header Authorization is then read as a signature, which it is not.',
    inner: 'The inner API has no such path or method: the refusal that comes back is its own.',
    listed: 'The API has no {method} on {path}: get-resources does not list it.',
  },
  checks: [{ check: 'method.exists', reasons: ['no-resource', 'no-method'] }],
  fits(seen, verdict) {
    if (is(seen, 'masked'))
      return /Missing Authentication Token/i.test(seen.answer?.body ?? '') ? verdict.likely(85, 'inner') : undefined
    if (!is(seen, 'missing-token', 'incomplete-signature')) return undefined
    const fill = fillOf(seen)
    if (seen.inner) return verdict.likely(85, 'inner')
    const listed = resourceAt(seen)
    if (listed === 'there') return verdict.possible(30, 'none', fill)
    if (listed === 'absent') return verdict.certain(90, 'listed', fill)
    if (seen.aws.authorizationType === 'AWS_IAM' && seen.request.signed !== true)
      return verdict.possible(20, 'none', fill)
    return is(seen, 'incomplete-signature') ? verdict.likely(85, 'bearer', fill) : verdict.likely(90, 'none', fill)
  },
  tellApart: (seen) => ({
    command: `${getExport(seen)}\n${getResources(seen)}`,
    ifSo: 'Neither the stage nor the saved API has this path with this method.',
    ifNot: 'The export of the stage has them.',
  }),
})

const fillOf = (seen: Seen) => ({
  method: seen.request.method ?? 'such method',
  path: /^\/[^/]+(\/.*)$/.exec(seen.path ?? '')?.[1] ?? seen.request.path ?? 'this path',
})
