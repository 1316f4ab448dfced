import { redeployed, withRoute } from '../change'
import type { Part } from '../part'
import { consumerCidr, consumerPeering, consumerVpc } from '../pieces/consumerVpc'
import { innerEntrance } from '../pieces/innerEntrance'
import { active } from '../pieces/network'
import { outerApi } from '../pieces/outerApi'
import { allowAny } from '../pieces/policies'
import { privateApiId } from '../pieces/privateApi'
import { privateTable } from '../pieces/providerVpc'
import type { Setting } from '../setting'
import { privateApiChain } from './privateApi'

/** One private API calls another: the guide's complex scenario, with the `uri` that really works. */
export function twoApiChain(setting: Setting): Part {
  const opened = redeployed(privateApiChain(setting), privateApiId, 'p1d002', (saved) => ({
    ...saved,
    policy: allowAny(setting, privateApiId),
  }))
  return {
    ...withRoute(opened, privateTable, active(consumerCidr, consumerPeering)),
    ...innerEntrance(setting),
    ...consumerVpc(setting),
    ...outerApi(setting),
  }
}
