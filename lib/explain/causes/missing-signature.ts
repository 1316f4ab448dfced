import { getMethod } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const missingSignature = defineCause('missing-signature', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html',
  says: {
    unsigned: 'The method may ask for a signature (AWS_IAM), and the call carries none.',
    method: 'The method asks for a signature (AWS_IAM), as get-method says, and the call carries none.',
    bearer: 'The method may ask for a signature (AWS_IAM), and the header Authorization holds something else.',
  },
  checks: [{ check: 'authorization.signed', reasons: ['unsigned', 'not-sigv4'], side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'missing-token', 'incomplete-signature') || seen.inner || seen.request.signed === true)
      return undefined
    const type = seen.aws.authorizationType
    if (type === 'AWS_IAM') return verdict.certain(95, 'method')
    if (type !== undefined) return verdict.not(`The method asks for no signature: its authorizationType is ${type}.`)
    if (is(seen, 'incomplete-signature')) return verdict.possible(60, 'bearer')
    return /\biam\b|sigv4|signature|AWS_IAM/i.test(seen.told)
      ? verdict.likely(95, 'unsigned')
      : verdict.possible(60, 'unsigned')
  },
  tellApart: (seen) => ({
    command: getMethod(seen),
    ifSo: '"authorizationType" is AWS_IAM.',
    ifNot: '"authorizationType" is another one, or there is no such method.',
  }),
})
