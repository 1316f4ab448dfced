import { again } from '../commands/again'
import { isOwnName, looksLikeStage, stageOf } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const stageRepeatedInCustomDomain = defineCause('stage-repeated-in-custom-domain', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  says: {
    repeated:
      '{host} is a custom domain, whose mapping already names the stage: {segment} in the path is taken for a resource.',
    mapped: 'The mapping of {host} leads to stage {segment}, and the path names it once more.',
  },
  checks: [
    { check: 'method.exists', reasons: ['no-resource'], side: 'front' },
    { check: 'api-selection.mapping', reasons: ['none'] },
  ],
  fits(seen, verdict) {
    if (!isOwnName(seen.host) || !is(seen, 'missing-token', 'forbidden')) return undefined
    const segment = stageOf(seen)
    if (segment === undefined) return undefined
    const fill = { host: seen.host?.host ?? '', segment }
    if (seen.aws.basePaths?.some((m) => m.stage === segment)) return verdict.certain(95, 'mapped', fill)
    if (!looksLikeStage(segment) && !isSecondStage(seen)) return verdict.possible(40, 'repeated', fill)
    return is(seen, 'missing-token') ? verdict.likely(95, 'repeated', fill) : verdict.likely(75, 'repeated', fill)
  },
  tellApart(seen) {
    const segment = stageOf(seen) ?? ''
    const url = (seen.request.url ?? '').replace(`/${segment}`, '')
    return {
      command: again(seen, { url }),
      ifSo: 'Without the stage in the path the API answers.',
      ifNot: 'The same refusal.',
    }
  },
})

/** `/orders/dev/…`: the base path, then the stage. */
const isSecondStage = (seen: Seen): boolean => looksLikeStage(/^\/[^/]+\/([^/]+)/.exec(seen.path ?? '')?.[1])
