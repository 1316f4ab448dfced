import { partitionName } from '@/lib/naming/arns'
import type { Owner } from '@/lib/templates/part'
import { type Setting, settingOf } from '@/lib/templates/setting'
import type { Choices } from './choices'
import { idsOf } from './ids'
import type { CallerPlace } from './words'

/** What every piece of the drawing needs to know: the choices, where they stand, and the ids made from the name. */
export interface Plan {
  choices: Choices
  setting: Setting
  ids: ReturnType<typeof idsOf>
  stage: string
  /** Whoever owns the API and the service. */
  owner: Owner
  /** Whoever owns the VPC of the caller in `own-vpc`. */
  callerOwner: Owner
}

export function planOf(choices: Choices): Plan {
  const setting = settingOf(choices.region)
  if (!setting) throw new Error(`No partition has a region ${choices.region}; the choices are checked before.`)
  const own = (account: string): Owner => ({ account, region: choices.region })
  return {
    choices,
    setting,
    ids: idsOf(`${partitionName(choices.region)}/${choices.region}/${choices.account}/${choices.name}`),
    stage: choices.stage ?? 'prod',
    owner: own(choices.account),
    callerOwner: own(choices.callerAccount ?? choices.account),
  }
}

export const asks = ({ choices }: Plan, place: CallerPlace) => choices.callers.includes(place)

/** Everybody but the caller in a VPC of its own comes through the endpoint in the service's VPC. */
export const sharesEndpoint = (plan: Plan) => plan.choices.callers.some((place) => place !== 'own-vpc')
