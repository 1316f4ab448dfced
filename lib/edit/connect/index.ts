import {
  balancerToTargets,
  targetsToBalancer,
  targetsToEndpoint,
  targetsToInstance,
  targetsToService,
} from './balancing'
import { apiToFunction, apiToHttp, apiToLink, linkToBalancer } from './integrating'
import type { Joiner } from './link'

/** Arrows that set more than one plain reference; all others follow from the table of references. */
export const joiners: readonly Joiner[] = [
  apiToLink,
  apiToHttp,
  apiToFunction,
  linkToBalancer,
  balancerToTargets,
  targetsToService,
  targetsToEndpoint,
  targetsToInstance,
  targetsToBalancer,
]
