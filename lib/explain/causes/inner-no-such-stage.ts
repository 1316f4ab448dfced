import { getIntegration } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const innerNoSuchStage = defineCause('inner-no-such-stage', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-api-with-vpclink-cli.html',
  says: {
    uri: 'The uri of the integration, {uri}, has no stage of the inner API in its path, so the inner API answers Forbidden.',
    maybe: 'The path of the integration uri may not begin with a stage of the inner API.',
  },
  checks: [{ check: 'stage.exists', side: 'behind' }],
  fits(seen, verdict) {
    const forbidden = /forbidden/i.test(seen.answer?.body ?? '') || /Forbidden/.test(seen.words)
    if (!(is(seen, 'masked') || (seen.inner && is(seen, 'forbidden'))) || !forbidden) return undefined
    const uri = seen.request.integrationUri ?? seen.aws.integrationUri
    if (uri !== undefined && /^https?:\/\/[^/]+\/?$/.test(uri)) return verdict.likely(94, 'uri', { uri })
    return verdict.likely(uri === undefined ? 80 : 70, 'maybe')
  },
  tellApart: (seen) => ({
    command: getIntegration(seen),
    ifSo: 'The path of "uri" does not begin with a stage of the inner API.',
    ifNot: '"uri" is https://INNER_API.execute-api…/STAGE/….',
  }),
})
