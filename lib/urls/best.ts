import type { FormRule } from './forms/form'
import type { InvokeUrl } from './invokeUrl'

export interface Offer {
  url: InvokeUrl
  rule: FormRule
  vpc?: string
}

/**
 * Marks one of the ways to make the same call: among those that work the first form of the registry, of two like ways
 * the one through the caller's own VPC. Where none is known to work, one that may; where all are blocked, none.
 */
export function markBest(offers: Offer[], vpc: string | undefined): InvokeUrl[] {
  const candidates = offers.filter((o) => !o.rule.debug)
  const best = first(candidates, true, vpc) ?? first(candidates, 'unknown', vpc)
  return offers.map((offer) => {
    if (offer !== best) return offer.url
    return {
      ...offer.url,
      best: true,
      reason: offer.url.works === true ? offer.rule.why : (offer.url.reason ?? offer.rule.why),
    }
  })
}

function first(offers: Offer[], works: boolean | 'unknown', vpc: string | undefined): Offer | undefined {
  const able = offers.filter((o) => o.url.works === works)
  const [head] = able
  return able.find((o) => o.rule === head?.rule && o.vpc !== undefined && o.vpc === vpc) ?? head
}
