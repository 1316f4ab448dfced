import { is } from '../seen/seen'
import { defineCause } from './cause'

export const signatureExpired = defineCause('signature-expired', {
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html',
  says: {
    expired: 'The time in the signature is more than five minutes off that of AWS: the answer says so.',
    token: 'The session token may have expired, and the signature with it.',
  },
  checks: [],
  fits(seen, verdict) {
    if (is(seen, 'signature-expired')) return verdict.certain(95, 'expired')
    return is(seen, 'token') && /expired/i.test(seen.answer?.body ?? '') ? verdict.likely(85, 'token') : undefined
  },
  tellApart: () => ({
    command: 'date -u; curl -sI https://aws.amazon.com/ | grep -i ^date',
    ifSo: 'The two times differ by more than five minutes.',
    ifNot: 'They agree: the signed request was kept and sent later.',
  }),
})
