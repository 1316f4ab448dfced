import { getStages } from '../commands/aws'
import {
  isBalancer,
  isOwnName,
  looksLikeStage,
  namesApi,
  stageOf,
  suffixWrong,
  throughEndpoint,
} from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const noSuchStage = defineCause('no-such-stage', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  says: {
    none: 'The path names no stage: its first segment has to be one.',
    first: 'The first segment of the path, {stage}, is no stage of the API.',
    listed: 'The API has no stage {stage}: get-stages lists {stages}.',
    unknown: 'The first segment of the path may be no stage of the API.',
  },
  checks: [{ check: 'stage.exists', side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner) return undefined
    const stage = stageOf(seen)
    const { stages } = seen.aws
    if (stages && stage !== undefined)
      return stages.includes(stage)
        ? verdict.not(`Stage ${stage} exists: get-stages lists it.`)
        : verdict.certain(90, 'listed', { stage, stages: stages.join(', ') || 'none' })
    if (isOwnName(seen.host) && !isBalancer(seen.to)) return undefined
    if (seen.path === undefined)
      return is(seen, 'forbidden') ? verdict.likely(70, 'unknown') : verdict.possible(55, 'unknown')
    const selected =
      (namesApi(seen.host) || seen.apiHeader !== undefined) &&
      !suffixWrong(seen.apiHeader === undefined ? seen.host : undefined)
    if (stage === undefined) return selected ? verdict.likely(94, 'none') : verdict.possible(50, 'none')
    if (!selected || is(seen, 'refused-somehow')) return verdict.possible(45, 'first', { stage })
    if (!looksLikeStage(stage)) return verdict.likely(90, 'first', { stage })
    const weight = throughEndpoint(seen) && seen.apiHeader === undefined ? 65 : 75
    return seen.leads === 'private' || seen.apiHeader !== undefined
      ? verdict.possible(weight, 'first', { stage })
      : verdict.likely(weight, 'first', { stage })
  },
  tellApart: (seen) => ({
    command: getStages(seen),
    ifSo: `No "stageName" is ${stageOf(seen) ?? 'the first segment of the path'}.`,
    ifNot: 'The stage is listed.',
  }),
})
