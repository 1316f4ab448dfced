import { getRestApi } from '../commands/aws'
import { isPrivateAddress } from '../seen/place'
import { isDefaultName, looksLikeStage, stageOf, suffixWrong } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const publicApiThroughPrivateDns = defineCause('public-api-through-private-dns', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-vpc-connections',
  says: {
    caught:
      '{host} led to {address}: private DNS of an endpoint catches every name under execute-api in its VPC, and a Regional or edge API is not served there.',
    proved:
      'The same URL answers from outside and is refused at {address}: the API is public, and private DNS leads the call to an endpoint, which serves only private APIs.',
    type: 'API {api} is {type}: an endpoint, to which private DNS leads the call, serves only private APIs.',
    maybe:
      'If the call comes from a VPC with private DNS for execute-api and the API is Regional or edge: an endpoint serves only private APIs.',
  },
  checks: [{ check: 'api-selection.endpoint-type', reasons: ['public-behind-endpoint'], side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner || seen.leads === 'public') return undefined
    const types = seen.aws.endpointTypes
    if (types?.includes('PRIVATE')) return verdict.not('The API is private: get-rest-api says so.')
    const target = seen.apiHeader === undefined ? seen.host : undefined
    if (seen.apiHeader === undefined && target !== undefined && (!isDefaultName(target) || suffixWrong(target)))
      return undefined
    const fill = {
      host: seen.to?.host ?? 'The name',
      address: seen.addresses[0] ?? 'a private address',
      api: seen.request.api ?? '',
    }
    if (types && types.length > 0) return verdict.certain(92, 'type', { ...fill, type: types.join(', ').toLowerCase() })
    const outside = seen.succeededAt.some((address) => !isPrivateAddress(address))
    if (outside && seen.leads === 'private') return verdict.certain(92, 'proved', fill)
    if (seen.apiHeader !== undefined) return verdict.possible(40, 'maybe')
    const told =
      /regional|edge|public api|works (?:fine )?(?:from|at|on) (?:my|home|the internet|outside|laptop)|outside the vpc|other vpc/i.test(
        seen.told,
      )
    if (seen.leads === 'private' && isDefaultName(seen.to))
      return is(seen, 'forbidden') && (looksLikeStage(stageOf(seen)) || told)
        ? verdict.likely(told ? 96 : 85, 'caught', fill)
        : verdict.possible(60, 'caught', fill)
    return told ? verdict.likely(85, 'maybe') : verdict.possible(35, 'maybe')
  },
  tellApart: (seen) => ({
    command: getRestApi(seen),
    ifSo: '"endpointConfiguration" has the type REGIONAL or EDGE.',
    ifNot: 'Its type is PRIVATE.',
  }),
})
