import type { Part } from '../part'
import { innerHost } from '../pieces/outerApi'
import type { Setting } from '../setting'
import { outerProxyMethods } from './outerUri'

/** A recorded wrong setting of the guide: the `uri` names the inner API and neither its stage nor a path. */
export const uriWithoutPath = (part: Part, setting: Setting): Part =>
  outerProxyMethods(part, 'p2d002', (get) => ({
    ...get,
    integration: get.integration && { ...get.integration, uri: `https://${innerHost(setting)}` },
  }))
