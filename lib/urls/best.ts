import type { FormRule } from './forms/form'
import type { InvokeUrl } from './invokeUrl'

/** A way to make a call, judged when it is asked for: a trace costs more than all the rest. */
export interface Offer {
  rule: FormRule
  vpc?: string
  judged: () => InvokeUrl
}

/**
 * The one of the ways to use: the first form of the registry that works, of two like ways the one through the caller's
 * own VPC. Where none is known to work, one that may; where all are blocked, none. Forms with `-k` never count.
 */
export function bestOf(offers: readonly Offer[], vpc: string | undefined): Offer | undefined {
  const own = (offer: Offer) => offer.vpc !== undefined && offer.vpc === vpc
  const rules = [...new Set(offers.filter((o) => !o.rule.debug).map((o) => o.rule))]
  const ordered = rules.flatMap((rule) => {
    const like = offers.filter((o) => o.rule === rule)
    return [...like.filter(own), ...like.filter((o) => !own(o))]
  })
  return ordered.find((o) => o.judged().works === true) ?? ordered.find((o) => o.judged().works === 'unknown')
}

/** The offer marked *Use this one*, with the reason. */
export function asBest(offer: Offer): InvokeUrl {
  const url = offer.judged()
  return { ...url, best: true, reason: url.works === true ? offer.rule.why : (url.reason ?? offer.rule.why) }
}
