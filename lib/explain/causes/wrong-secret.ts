import { is } from '../seen/seen'
import { defineCause } from './cause'

export const wrongSecret = defineCause('wrong-secret', {
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
  says: {
    secret: 'The secret key is not that of the key id, or what was signed was changed on the way.',
    token:
      'The keys are not known here: of another partition, deleted, or a session token that does not belong to them.',
  },
  checks: [],
  fits(seen, verdict) {
    if (is(seen, 'token')) return verdict.possible(60, 'token')
    if (!is(seen, 'signature')) return undefined
    const host =
      seen.request.hostHeader !== undefined ||
      /(?:\\n|\n)host:([^\\\n]+)/.exec(seen.answer?.body ?? '')?.[1] !== seen.to?.host
    if (seen.aws.callerArn !== undefined)
      return verdict.not('The same keys sign another call well: get-caller-identity answers.')
    return host && seen.request.hostHeader !== undefined ? verdict.possible(60, 'secret') : verdict.likely(80, 'secret')
  },
  tellApart: () => ({
    command: 'aws sts get-caller-identity',
    ifSo: 'SignatureDoesNotMatch or InvalidClientTokenId.',
    ifNot: 'The account and the ARN of the caller: the keys are good.',
  }),
})
