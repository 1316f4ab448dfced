import { getRestApi } from '../commands/aws'
import { isDefaultName, isOwnName, looksLikeStage, stageOf, suffixWrong } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const noSuchApi = defineCause('no-such-api', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  says: {
    none: 'API {api} does not exist here: it was deleted, lies in another region, or is not of the type that this entrance serves.',
    spelling:
      'The header x-apigw-api-id holds {api}, which is no id of an API: the bare id of ten letters and digits is wanted.',
    gone: 'API {api} does not exist in this account and region: the answer of get-rest-api says so.',
    name: 'If API {api} does not exist in this region any more, its name has no answer either.',
  },
  checks: [
    { check: 'api-selection.api', reasons: ['no-such-api', 'other-region'], side: 'front' },
    { check: 'dns.name', reasons: ['no-such-api'] },
  ],
  fits(seen, verdict) {
    const api = idOf(seen)
    if (is(seen, 'dns') && isDefaultName(seen.to) && !suffixWrong(seen.to))
      return seen.aws.noApi ? verdict.certain(90, 'gone', { api }) : verdict.possible(30, 'name', { api })
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner) return undefined
    if (seen.aws.noApi) return verdict.certain(90, 'gone', { api })
    if (seen.aws.stages || seen.aws.endpointTypes) return verdict.not(`API ${api} exists: its settings were read.`)
    if (seen.apiHeader !== undefined) {
      if (!/^[a-z0-9]{8,12}$/.test(seen.apiHeader)) return verdict.likely(92, 'spelling', { api: seen.apiHeader })
      return looksLikeStage(stageOf(seen)) && is(seen, 'forbidden')
        ? verdict.likely(80, 'none', { api })
        : verdict.possible(60, 'none', { api })
    }
    if (isOwnName(seen.host)) return undefined
    return verdict.possible(55, 'none', { api })
  },
  tellApart: (seen) => ({
    command: getRestApi(seen),
    ifSo: 'NotFoundException in the account of the API.',
    ifNot: 'The API is printed, with the type of its endpoint.',
  }),
})

const idOf = (seen: Seen): string => seen.request.api ?? 'that is named'
